package dev.migrate.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * <p>The order of columns is significant. The order of indexes, foreign keys and checks is kept, but ignored by
 * {@code equals}. The columns of a primary key are never NULL.
 *
 * @param name the name
 * @param columns the columns, at least one
 * @param primaryKey the parts of the primary key; empty if there is none
 * @param indexes the other indexes, including unique constraints
 * @param foreignKeys the foreign keys
 * @param checks the checks
 * @param options the table options
 * @param partitioning the partitioning, in the server's SQL, starting with {@code PARTITION BY}, or null for none
 */
public record Table(
        String name,
        List<Column> columns,
        List<KeyPart> primaryKey,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        TableOptions options,
        @Nullable String partitioning) {

    /** Copies the lists and checks that there is a column and that every key refers to columns of this table. */
    public Table {
        Require.name("a table", name);
        primaryKey = List.copyOf(primaryKey);
        columns = neverNull(columns, Keys.columns(primaryKey));
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        Objects.requireNonNull(options, "options");
        partitioning = partitioning == null ? null : Require.sql("partitioning of table " + name, partitioning);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table " + name + " has no columns.");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(Require.folded(column.name()))) {
                throw new IllegalArgumentException("Table " + name + " has two columns " + column.name() + ".");
            }
        }
        known(name, "The primary key", Keys.columns(primaryKey), names);
        for (Index index : indexes) {
            known(name, "Index " + index.name(), index.columns(), names);
        }
        for (ForeignKey foreignKey : foreignKeys) {
            known(name, "Foreign key " + foreignKey.name(), foreignKey.columns(), names);
        }
        Set<String> taken = new HashSet<>();
        for (Index index : indexes) {
            unlike(name, "indexes", index.name(), taken);
        }
        taken.clear();
        for (ForeignKey foreignKey : foreignKeys) {
            unlike(name, "foreign keys", foreignKey.name(), taken);
        }
        taken.clear();
        for (Check check : checks) {
            unlike(name, "checks", check.name(), taken);
        }
    }

    /**
     * Finds a column.
     *
     * @param columnName its name, in any case
     * @return the column, or empty if there is none
     */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> Require.folded(column.name()).equals(Require.folded(columnName)))
                .findFirst();
    }

    /**
     * Finds an index.
     *
     * @param indexName its name, in any case
     * @return the index, or empty if there is none
     */
    public Optional<Index> index(String indexName) {
        return indexes.stream()
                .filter(index -> Require.folded(index.name()).equals(Require.folded(indexName)))
                .findFirst();
    }

    private static List<Column> neverNull(List<Column> columns, List<String> key) {
        Set<String> names = new HashSet<>();
        for (String column : key) {
            names.add(Require.folded(column));
        }
        List<Column> all = new ArrayList<>();
        for (Column column : columns) {
            boolean isToBeChanged = column.isNullable() && names.contains(Require.folded(column.name()));
            all.add(isToBeChanged ? column.toBuilder().notNull().build() : column);
        }
        return List.copyOf(all);
    }

    private static void known(String table, String key, List<String> columns, Set<String> names) {
        for (String column : columns) {
            if (!names.contains(Require.folded(column))) {
                throw new IllegalArgumentException(key + " of table " + table
                        + " refers to a column that the table does not have: " + column + ".");
            }
        }
    }

    private static void unlike(String table, String what, String name, Set<String> taken) {
        if (!taken.add(Require.folded(name))) {
            throw new IllegalArgumentException("Table " + table + " has two " + what + " named " + name + ".");
        }
    }

    /** Compares keys and checks in any order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Table table && hasTheParts(table));
    }

    private boolean hasTheParts(Table table) {
        return name.equals(table.name)
                && columns.equals(table.columns)
                && primaryKey.equals(table.primaryKey)
                && Set.copyOf(indexes).equals(Set.copyOf(table.indexes))
                && Set.copyOf(foreignKeys).equals(Set.copyOf(table.foreignKeys))
                && Set.copyOf(checks).equals(Set.copyOf(table.checks))
                && options.equals(table.options)
                && Objects.equals(partitioning, table.partitioning);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, columns, primaryKey, Set.copyOf(indexes), options);
    }

    /**
     * Returns a copy with another name.
     *
     * @param newName the name
     * @return the copy
     */
    public Table withName(String newName) {
        return new Table(newName, columns, primaryKey, indexes, foreignKeys, checks, options, partitioning);
    }

    /**
     * Returns a copy with other columns.
     *
     * @param newColumns the columns
     * @return the copy
     */
    public Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, primaryKey, indexes, foreignKeys, checks, options, partitioning);
    }

    /**
     * Returns a copy with another primary key.
     *
     * @param newPrimaryKey its parts; empty for none
     * @return the copy
     */
    public Table withPrimaryKey(List<KeyPart> newPrimaryKey) {
        return new Table(name, columns, newPrimaryKey, indexes, foreignKeys, checks, options, partitioning);
    }

    /**
     * Returns a copy with other indexes.
     *
     * @param newIndexes the indexes
     * @return the copy
     */
    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, primaryKey, newIndexes, foreignKeys, checks, options, partitioning);
    }

    /**
     * Returns a copy with other foreign keys.
     *
     * @param newForeignKeys the foreign keys
     * @return the copy
     */
    public Table withForeignKeys(List<ForeignKey> newForeignKeys) {
        return new Table(name, columns, primaryKey, indexes, newForeignKeys, checks, options, partitioning);
    }

    /**
     * Returns a copy with other options.
     *
     * @param newOptions the options
     * @return the copy
     */
    public Table withOptions(TableOptions newOptions) {
        return new Table(name, columns, primaryKey, indexes, foreignKeys, checks, newOptions, partitioning);
    }

    /**
     * Returns a copy with other checks.
     *
     * @param newChecks the checks
     * @return the copy
     */
    public Table withChecks(List<Check> newChecks) {
        return new Table(name, columns, primaryKey, indexes, foreignKeys, newChecks, options, partitioning);
    }
}
