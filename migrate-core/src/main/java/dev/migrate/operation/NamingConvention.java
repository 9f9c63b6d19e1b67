package dev.migrate.operation;

import dev.migrate.schema.KeyNames;

/** A convention for the names of indexes and constraints that migrations do not name, in new and in existing tables. */
public interface NamingConvention extends KeyNames {}
