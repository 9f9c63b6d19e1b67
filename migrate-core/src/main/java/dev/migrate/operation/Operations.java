package dev.migrate.operation;

import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.Index;
import dev.migrate.schema.TableBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records what a migration wants done. Nothing runs while it records.
 *
 * <p>A recorder serves one call of {@code up} or {@code down} and closes with it. Not thread-safe.
 */
public final class Operations {

    private final List<Operation> recorded = new ArrayList<>();
    private boolean isClosed;

    private Operations() {}

    /**
     * Records what a migration says.
     *
     * @param migration is called once, with the recorder
     * @return what it recorded, in the order in which it did
     */
    public static List<Operation> recordedBy(Consumer<Operations> migration) {
        Operations operations = new Operations();
        migration.accept(operations);
        operations.isClosed = true;
        return List.copyOf(operations.recorded);
    }

    /**
     * Creates a table.
     *
     * @param table the table's name
     * @param definition says what the table is made of
     */
    public void createTable(String table, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(table);
        definition.accept(builder);
        add(new CreateTable(builder.build()));
    }

    /**
     * Drops a table and all its rows.
     *
     * @param table the table's name
     */
    public void dropTable(String table) {
        add(new DropTable(table));
    }

    /**
     * Adds a column that allows NULL and has no default.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     */
    public void addColumn(String table, String column, ColumnType type) {
        addColumn(table, column, type, nothingMore -> {});
    }

    /**
     * Adds a column behind those that are there.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     */
    public void addColumn(String table, String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        ColumnBuilder builder = new ColumnBuilder(column, type);
        definition.accept(builder);
        add(new AddColumn(table, builder.build()));
    }

    /**
     * Drops a column and all its values.
     *
     * @param table the table's name
     * @param column the column's name
     */
    public void dropColumn(String table, String column) {
        add(new DropColumn(table, column));
    }

    /**
     * Creates an index that allows duplicates.
     *
     * @param index the index's name
     * @param table the table's name
     * @param columns the columns, in the order of the index
     */
    public void createIndex(String index, String table, String... columns) {
        add(new CreateIndex(table, Index.of(index, columns)));
    }

    /**
     * Drops an index.
     *
     * @param index the index's name
     * @param table the table's name
     */
    public void dropIndex(String index, String table) {
        add(new DropIndex(table, index));
    }

    /**
     * Adds a unique constraint.
     *
     * @param constraint the name of the constraint and of its index
     * @param table the table's name
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(String constraint, String table, String... columns) {
        add(new AddUniqueConstraint(table, Index.unique(constraint, columns)));
    }

    /**
     * Drops a unique constraint.
     *
     * @param constraint the constraint's name
     * @param table the table's name
     */
    public void dropUniqueConstraint(String constraint, String table) {
        add(new DropUniqueConstraint(table, constraint));
    }

    /**
     * Adds a foreign key.
     *
     * @param foreignKey the constraint's name
     * @param table the name of the table that refers
     * @param column the column that refers
     * @param definition says what it refers to and what happens to rows that refer
     */
    public void addForeignKey(String foreignKey, String table, String column, Consumer<ForeignKeyBuilder> definition) {
        addForeignKey(foreignKey, table, List.of(column), definition);
    }

    /**
     * Adds a foreign key of several columns.
     *
     * @param foreignKey the constraint's name
     * @param table the name of the table that refers
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void addForeignKey(
            String foreignKey, String table, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        ForeignKeyBuilder builder = new ForeignKeyBuilder(foreignKey, columns);
        definition.accept(builder);
        add(new AddForeignKey(table, builder.build()));
    }

    /**
     * Drops a foreign key. The index that the server made for it stays.
     *
     * @param foreignKey the constraint's name
     * @param table the name of the table that refers
     */
    public void dropForeignKey(String foreignKey, String table) {
        add(new DropForeignKey(table, foreignKey));
    }

    /**
     * Inserts rows: all of them or none.
     *
     * @param table the table's name
     * @param rows names the columns and adds the rows
     */
    public void insert(String table, Consumer<InsertBuilder> rows) {
        InsertBuilder builder = new InsertBuilder();
        rows.accept(builder);
        add(builder.build(table));
    }

    /**
     * Runs one statement as it is written here.
     *
     * @param sql the statement, in the server's SQL, without a delimiter at its end
     */
    public void execute(String sql) {
        add(new ExecuteSql(sql));
    }

    /**
     * Runs the statements of a script that is a resource, encoded in UTF-8. What the database's command-line client takes
     * is taken: {@code DELIMITER}, all kinds of comments, several statements on a line.
     *
     * @param beside the class in whose package the resource is, as a rule the migration itself
     * @param resource the name of the resource, for instance {@code triggers.sql}
     * @throws IllegalArgumentException if there is no such resource, or it is empty or not encoded in UTF-8
     */
    public void script(Class<?> beside, String resource) {
        add(ScriptFile.resource(beside, resource));
    }

    /**
     * Runs the statements of a script that is a file, encoded in UTF-8. Its name is relative to the working directory of
     * the process; a {@linkplain #script(Class, String) resource} is found wherever the application runs.
     *
     * @param file the file
     * @throws IllegalArgumentException if there is no such file, or it is empty or not encoded in UTF-8
     */
    public void script(Path file) {
        add(ScriptFile.file(file));
    }

    /**
     * Runs the statements of a script that is written here.
     *
     * @param sql the script
     */
    public void scriptText(String sql) {
        add(new ExecuteScript("written in the migration", sql));
    }

    private void add(Operation operation) {
        if (isClosed) {
            throw new IllegalStateException(
                    "The migration has ended; operations can be recorded only while up or down runs.");
        }
        recorded.add(operation);
    }
}
