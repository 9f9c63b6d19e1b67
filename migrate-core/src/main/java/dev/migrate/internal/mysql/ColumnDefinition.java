package dev.migrate.internal.mysql;

import dev.migrate.schema.Column;

/**
 * What people say of a column behind its name in CREATE TABLE.
 *
 * @param column the column, with its check, if it has one
 * @param isUnique whether {@code UNIQUE} is said, which makes an index of the column's name
 */
public record ColumnDefinition(Column column, boolean isUnique) {}
