package dev.migrate.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Table}. Not thread-safe. */
public final class TableBuilder {

    private final String name;
    private final KeyNames names;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<IndexBuilder> indexes = new ArrayList<>();
    private final List<ForeignKeyBuilder> foreignKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final TableOptionsBuilder options = new TableOptionsBuilder();
    private List<KeyPart> primaryKey = List.of();
    private @Nullable String partitioning;

    /**
     * Starts an empty table whose keys and checks must all be named.
     *
     * @param name the name
     * @throws IllegalArgumentException if the name is empty
     */
    public TableBuilder(String name) {
        this(name, new RequiredKeyNames(name));
    }

    /**
     * Starts an empty table.
     *
     * @param name the name
     * @param names names the keys and checks that have no explicit name
     * @throws IllegalArgumentException if the name is empty
     */
    public TableBuilder(String name, KeyNames names) {
        this.name = Require.name("a table", name);
        this.names = names;
    }

    /**
     * Adds a column after the existing ones. It is nullable unless the returned builder changes that.
     *
     * @param columnName the name
     * @param type the type
     * @return the column's builder, which belongs to this table
     */
    public ColumnBuilder column(String columnName, ColumnType type) {
        ColumnBuilder column = new ColumnBuilder(columnName, type);
        columns.add(column);
        return column;
    }

    /**
     * Sets the primary key.
     *
     * @param keyColumns its columns, in the order of the index
     * @return this builder
     */
    public TableBuilder primaryKey(String... keyColumns) {
        Require.columns("primary key of " + name, List.of(keyColumns));
        List<KeyPart> parts = new ArrayList<>();
        for (String column : keyColumns) {
            parts.add(KeyPart.column(column));
        }
        primaryKey = List.copyOf(parts);
        return this;
    }

    /**
     * Sets the primary key.
     *
     * @param parts its parts, for instance {@code KeyPart.column("url").length(100)}
     * @return this builder
     */
    public TableBuilder primaryKey(KeyPart... parts) {
        primaryKey = List.of(parts);
        return this;
    }

    /**
     * Adds a unique constraint, which is a unique index.
     *
     * @param constraintName the name of the constraint and of its index
     * @param keyColumns its columns, in the order of the index; the returned builder may add to them
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder uniqueConstraint(String constraintName, String... keyColumns) {
        return index(constraintName, keyColumns).unique();
    }

    /**
     * Adds a unique constraint whose name follows the naming convention.
     *
     * @param keyColumns its columns, in the order of the index
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder uniqueConstraintOn(String... keyColumns) {
        return indexOn(keyColumns).unique();
    }

    /**
     * Adds a non-unique index whose name follows the naming convention.
     *
     * @param keyColumns its columns, in the order of the index; the returned builder may add to them
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder indexOn(String... keyColumns) {
        return added(new IndexBuilder(), List.of(keyColumns));
    }

    /**
     * Adds a non-unique index.
     *
     * @param indexName the name
     * @param keyColumns its columns, in the order of the index; the returned builder may add to them
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder index(String indexName, String... keyColumns) {
        return added(new IndexBuilder(indexName), List.of(keyColumns));
    }

    private IndexBuilder added(IndexBuilder index, List<String> keyColumns) {
        for (String column : keyColumns) {
            index.column(column);
        }
        indexes.add(index);
        return index;
    }

    /**
     * Adds a full-text index.
     *
     * @param indexName the name
     * @param keyColumns its columns
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder fulltextIndex(String indexName, String... keyColumns) {
        return index(indexName, keyColumns).kind(Index.Kind.FULLTEXT);
    }

    /**
     * Adds a spatial index.
     *
     * @param indexName the name
     * @param column its column, which must not allow NULL
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder spatialIndex(String indexName, String column) {
        return index(indexName, column).kind(Index.Kind.SPATIAL);
    }

    /**
     * Adds a check constraint.
     *
     * @param checkName the name of the constraint
     * @param expression the condition in the server's SQL, without enclosing parentheses
     * @return this builder
     */
    public TableBuilder check(String checkName, String expression) {
        return check(new Check(checkName, expression));
    }

    /**
     * Adds a check constraint whose name follows the naming convention.
     *
     * @param expression the condition in the server's SQL, without enclosing parentheses
     * @return this builder
     */
    public TableBuilder unnamedCheck(String expression) {
        return check(names.check(name, expression), expression);
    }

    /**
     * Adds a check constraint.
     *
     * @param check the check, for instance {@code new Check("ck", "a > 0").notEnforced()}
     * @return this builder
     */
    public TableBuilder check(Check check) {
        checks.add(check);
        return this;
    }

    /**
     * Adds a foreign key; the returned builder sets the referenced table.
     *
     * @param constraintName the name of the constraint
     * @param keyColumns the referencing columns
     * @return the foreign key's builder, which belongs to this table
     */
    public ForeignKeyBuilder foreignKey(String constraintName, String... keyColumns) {
        return added(new ForeignKeyBuilder(constraintName, List.of(keyColumns)));
    }

    /**
     * Adds a foreign key whose name follows the naming convention; the returned builder sets the referenced table.
     *
     * @param keyColumns the referencing columns
     * @return the foreign key's builder, which belongs to this table
     */
    public ForeignKeyBuilder foreignKeyOn(String... keyColumns) {
        return added(new ForeignKeyBuilder(List.of(keyColumns)));
    }

    private ForeignKeyBuilder added(ForeignKeyBuilder foreignKey) {
        foreignKeys.add(foreignKey);
        return foreignKey;
    }

    /**
     * Sets the storage engine; the default is that of the server.
     *
     * @param engineName the name of the engine
     * @return this builder
     */
    public TableBuilder engine(String engineName) {
        options.engine(engineName);
        return this;
    }

    /**
     * Sets the default character set of the columns; without it, that of the database is used.
     *
     * @param charsetName the character set, for instance utf8mb4
     * @return this builder
     */
    public TableBuilder charset(String charsetName) {
        options.charset(charsetName);
        return this;
    }

    /**
     * Sets the default collation of the columns; without it, that of the character set is used.
     *
     * @param collationName the collation, for instance utf8mb4_unicode_ci
     * @return this builder
     */
    public TableBuilder collation(String collationName) {
        options.collation(collationName);
        return this;
    }

    /**
     * Sets the row format.
     *
     * @param format the row format, for instance DYNAMIC
     * @return this builder
     */
    public TableBuilder rowFormat(String format) {
        options.rowFormat(format);
        return this;
    }

    /**
     * Sets the first value of the AUTO_INCREMENT column.
     *
     * @param first the value
     * @return this builder
     */
    public TableBuilder autoIncrement(long first) {
        options.autoIncrement(first);
        return this;
    }

    /**
     * Sets the first value of the AUTO_INCREMENT column, for values that do not fit into a long.
     *
     * @param first the value
     * @return this builder
     */
    public TableBuilder autoIncrement(BigInteger first) {
        options.autoIncrement(first);
        return this;
    }

    /**
     * Sets an option without a dedicated method.
     *
     * @param option the name of the option, for instance {@code STATS_PERSISTENT}
     * @param sql its value, in the server's SQL; empty if it has none
     * @return this builder
     */
    public TableBuilder option(String option, String sql) {
        options.option(option, sql);
        return this;
    }

    /**
     * Partitions the table.
     *
     * @param sql the partitioning, in the server's SQL, starting with {@code PARTITION BY}
     * @return this builder
     */
    public TableBuilder partitionedBy(String sql) {
        partitioning = sql;
        return this;
    }

    /**
     * Sets the comment.
     *
     * @param text the comment
     * @return this builder
     */
    public TableBuilder comment(String text) {
        options.comment(text);
        return this;
    }

    /**
     * Builds the table.
     *
     * @return the table
     * @throws IllegalArgumentException if the attributes contradict each other
     */
    public Table build() {
        List<Column> builtColumns = new ArrayList<>();
        for (ColumnBuilder column : columns) {
            builtColumns.add(column.build());
        }
        List<Index> builtIndexes = new ArrayList<>();
        for (IndexBuilder index : indexes) {
            builtIndexes.add(index.build(name, names));
        }
        List<ForeignKey> builtForeignKeys = new ArrayList<>();
        for (ForeignKeyBuilder foreignKey : foreignKeys) {
            builtForeignKeys.add(foreignKey.build(name, names));
        }
        return new Table(
                name, builtColumns, primaryKey, builtIndexes, builtForeignKeys, checks, options.build(), partitioning);
    }
}
