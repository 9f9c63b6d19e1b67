package dev.migrate.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a {@link Table} is made of. Not thread-safe. */
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
     * Starts a table that has nothing but a name, and whose keys and checks are all named.
     *
     * @param name the name
     * @throws IllegalArgumentException if the name is empty
     */
    public TableBuilder(String name) {
        this(name, new RequiredKeyNames(name));
    }

    /**
     * Starts a table that has nothing but a name.
     *
     * @param name the name
     * @param names names the keys and checks whose name is left out
     * @throws IllegalArgumentException if the name is empty
     */
    public TableBuilder(String name, KeyNames names) {
        this.name = Require.name("a table", name);
        this.names = names;
    }

    /**
     * Adds a column behind those that are there. It allows NULL unless the returned builder says otherwise.
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
     * @param parts what it is made of, for instance {@code KeyPart.column("url").length(100)}
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
     * Adds a unique constraint, named by the convention.
     *
     * @param keyColumns its columns, in the order of the index
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder uniqueConstraintOn(String... keyColumns) {
        return indexOn(keyColumns).unique();
    }

    /**
     * Adds an index that allows duplicates, named by the convention.
     *
     * @param keyColumns its columns, in the order of the index; the returned builder may add to them
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder indexOn(String... keyColumns) {
        return added(new IndexBuilder(), List.of(keyColumns));
    }

    /**
     * Adds an index that allows duplicates.
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
     * Adds an index that finds words.
     *
     * @param indexName the name
     * @param keyColumns its columns
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder fulltextIndex(String indexName, String... keyColumns) {
        return index(indexName, keyColumns).kind(Index.Kind.FULLTEXT);
    }

    /**
     * Adds an index that finds shapes.
     *
     * @param indexName the name
     * @param column its column, which must not allow NULL
     * @return the index's builder, which belongs to this table
     */
    public IndexBuilder spatialIndex(String indexName, String column) {
        return index(indexName, column).kind(Index.Kind.SPATIAL);
    }

    /**
     * Says what each row must fulfil.
     *
     * @param checkName the name of the constraint
     * @param expression the condition in the server's SQL, without parentheses around it
     * @return this builder
     */
    public TableBuilder check(String checkName, String expression) {
        return check(new Check(checkName, expression));
    }

    /**
     * Says what each row must fulfil, in a check that is named by the convention.
     *
     * @param expression the condition in the server's SQL, without parentheses around it
     * @return this builder
     */
    public TableBuilder unnamedCheck(String expression) {
        return check(names.check(name, expression), expression);
    }

    /**
     * Says what each row must fulfil.
     *
     * @param check the check, for instance {@code new Check("ck", "a > 0").notEnforced()}
     * @return this builder
     */
    public TableBuilder check(Check check) {
        checks.add(check);
        return this;
    }

    /**
     * Adds a foreign key; the returned builder says what it refers to.
     *
     * @param constraintName the name of the constraint
     * @param keyColumns the columns that refer
     * @return the foreign key's builder, which belongs to this table
     */
    public ForeignKeyBuilder foreignKey(String constraintName, String... keyColumns) {
        return added(new ForeignKeyBuilder(constraintName, List.of(keyColumns)));
    }

    /**
     * Adds a foreign key, named by the convention; the returned builder says what it refers to.
     *
     * @param keyColumns the columns that refer
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
     * Sets the storage engine. The default is that of the server.
     *
     * @param engineName the name of the engine
     * @return this builder
     */
    public TableBuilder engine(String engineName) {
        options.engine(engineName);
        return this;
    }

    /**
     * Names the character set of columns that name none; without it the database's is taken.
     *
     * @param charsetName the character set, for instance utf8mb4
     * @return this builder
     */
    public TableBuilder charset(String charsetName) {
        options.charset(charsetName);
        return this;
    }

    /**
     * Names the collation of columns that name none; without it the character set's is taken.
     *
     * @param collationName the collation, for instance utf8mb4_unicode_ci
     * @return this builder
     */
    public TableBuilder collation(String collationName) {
        options.collation(collationName);
        return this;
    }

    /**
     * Says how rows are laid out.
     *
     * @param format the row format, for instance DYNAMIC
     * @return this builder
     */
    public TableBuilder rowFormat(String format) {
        options.rowFormat(format);
        return this;
    }

    /**
     * Says where the server starts to count.
     *
     * @param first the first value of the column that is counted
     * @return this builder
     */
    public TableBuilder autoIncrement(long first) {
        options.autoIncrement(first);
        return this;
    }

    /**
     * Says where the server starts to count, beyond what a long can hold.
     *
     * @param first the first value of the column that is counted
     * @return this builder
     */
    public TableBuilder autoIncrement(BigInteger first) {
        options.autoIncrement(first);
        return this;
    }

    /**
     * Says something that there is no method for.
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
     * Spreads the rows.
     *
     * @param sql how, in the server's SQL from {@code PARTITION BY} on
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
     * Builds the table as it stands now.
     *
     * @return the table
     * @throws IllegalArgumentException if what was said of it contradicts itself
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
