package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a {@link Table} is made of. Not thread-safe. */
public final class TableBuilder {

    private final String name;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ForeignKeyBuilder> foreignKeys = new ArrayList<>();
    private List<String> primaryKey = List.of();
    private @Nullable String engine;
    private @Nullable String charset;
    private @Nullable String collation;
    private @Nullable String comment;

    /**
     * Starts a table that has nothing but a name.
     *
     * @param name the name
     * @throws IllegalArgumentException if the name is empty
     */
    public TableBuilder(String name) {
        this.name = Check.name("a table", name);
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
        primaryKey = Check.columns("primary key of " + name, List.of(keyColumns));
        return this;
    }

    /**
     * Adds a unique constraint.
     *
     * @param constraintName the name of the constraint and of its index
     * @param keyColumns its columns, in the order of the index
     * @return this builder
     */
    public TableBuilder uniqueConstraint(String constraintName, String... keyColumns) {
        uniqueConstraints.add(new UniqueConstraint(constraintName, List.of(keyColumns)));
        return this;
    }

    /**
     * Adds an index that allows duplicates.
     *
     * @param indexName the name
     * @param keyColumns its columns, in the order of the index
     * @return this builder
     */
    public TableBuilder index(String indexName, String... keyColumns) {
        indexes.add(new Index(indexName, List.of(keyColumns)));
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
        ForeignKeyBuilder foreignKey = new ForeignKeyBuilder(constraintName, List.of(keyColumns));
        foreignKeys.add(foreignKey);
        return foreignKey;
    }

    /**
     * Names the storage engine; without it the server's default is taken.
     *
     * @param engineName the engine, for instance InnoDB
     * @return this builder
     */
    public TableBuilder engine(String engineName) {
        engine = engineName;
        return this;
    }

    /**
     * Names the character set of columns that name none; without it the database's is taken.
     *
     * @param charsetName the character set, for instance utf8mb4
     * @return this builder
     */
    public TableBuilder charset(String charsetName) {
        charset = charsetName;
        return this;
    }

    /**
     * Names the collation of columns that name none; without it the character set's is taken.
     *
     * @param collationName the collation, for instance utf8mb4_unicode_ci
     * @return this builder
     */
    public TableBuilder collation(String collationName) {
        collation = collationName;
        return this;
    }

    /**
     * Sets the comment.
     *
     * @param text the comment
     * @return this builder
     */
    public TableBuilder comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Builds the table as it stands now.
     *
     * @return the table
     * @throws IllegalArgumentException if what was said of it contradicts itself
     */
    public Table build() {
        return new Table(
                name,
                columns.stream().map(ColumnBuilder::build).toList(),
                primaryKey,
                uniqueConstraints,
                indexes,
                foreignKeys.stream().map(ForeignKeyBuilder::build).toList(),
                new TableOptions(engine, charset, collation, comment));
    }
}
