package dev.migrate.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A table.
 *
 * @param name the name
 * @param columns the columns, one at least
 * @param primaryKey the columns of the primary key; empty where there is none
 * @param uniqueConstraints the unique constraints
 * @param indexes the other indexes
 * @param foreignKeys the foreign keys
 * @param options what is said of the table as a whole
 */
public record Table(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<UniqueConstraint> uniqueConstraints,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        TableOptions options) {

    /** Copies the lists; there must be a column, and every key must name columns of this table. */
    public Table {
        Check.name("a table", name);
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueConstraints = List.copyOf(uniqueConstraints);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        Objects.requireNonNull(options, "options");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table " + name + " has no columns.");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(Check.folded(column.name()))) {
                throw new IllegalArgumentException("Table " + name + " has two columns " + column.name() + ".");
            }
        }
        known(name, "The primary key", primaryKey, names);
        for (UniqueConstraint unique : uniqueConstraints) {
            known(name, "Unique constraint " + unique.name(), unique.columns(), names);
        }
        for (Index index : indexes) {
            known(name, "Index " + index.name(), index.columns(), names);
        }
        for (ForeignKey foreignKey : foreignKeys) {
            known(name, "Foreign key " + foreignKey.name(), foreignKey.columns(), names);
        }
    }

    private static void known(String table, String key, List<String> columns, Set<String> names) {
        for (String column : columns) {
            if (!names.contains(Check.folded(column))) {
                throw new IllegalArgumentException(
                        key + " of table " + table + " names a column that the table does not have: " + column + ".");
            }
        }
    }
}
