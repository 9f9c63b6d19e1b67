package dev.migrate.operation;

import dev.migrate.schema.KeyNames;

/**
 * The names of all indexes and constraints that migrations leave unnamed, be it inside of a new table or in a change of
 * one.
 */
public interface NamingConvention extends KeyNames {}
