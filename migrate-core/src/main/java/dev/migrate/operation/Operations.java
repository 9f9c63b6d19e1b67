package dev.migrate.operation;

import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.TableOptionsBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records what a migration wants done. Nothing runs while it records.
 *
 * <p>Changes of one table that follow each other are put together into as few statements as serve them best; see
 * {@link #keepSeparate()}. Where something is dropped, it may be described: then the inverse of the migration can be
 * derived, and its {@code down} need not be written.
 *
 * <p>A recorder serves one call of {@code up} or {@code down} and closes with it. Not thread-safe.
 */
public final class Operations {

    private final List<Operation> recorded = new ArrayList<>();
    private final NamingConvention naming;
    private boolean isKeptSeparate;
    private boolean isClosed;

    private Operations(NamingConvention naming) {
        this.naming = naming;
    }

    /**
     * Records what a migration says, with the default names.
     *
     * @param migration is called once, with the recorder
     * @return what it recorded, in the order in which it did
     */
    public static List<Operation> recordedBy(Consumer<Operations> migration) {
        return recordedBy(new DefaultNames(), migration);
    }

    /**
     * Records what a migration says.
     *
     * @param naming names what the migration leaves unnamed
     * @param migration is called once, with the recorder
     * @return what it recorded, in the order in which it did
     */
    public static List<Operation> recordedBy(NamingConvention naming, Consumer<Operations> migration) {
        Operations operations = new Operations(naming);
        migration.accept(operations);
        operations.isClosed = true;
        return List.copyOf(operations.recorded);
    }

    /**
     * Records what takes back what a migration says: the inverse of each of its operations, the last one first.
     *
     * @param migration is called once, with a recorder of its own; as a rule the migration's {@code up}
     * @throws IrreversibleOperationException if one of its operations has no inverse, or too little is known of it
     */
    public void invert(Consumer<Operations> migration) {
        Reversal.of(recordedBy(naming, migration)).forEach(this::add);
    }

    /**
     * Derives what takes operations back.
     *
     * @param operations what was done, in this order
     * @return the inverse of each, the last one first
     * @throws IrreversibleOperationException if one of them has no inverse, or too little is known of it
     */
    public static List<Operation> inverseOf(List<Operation> operations) {
        return Reversal.of(operations);
    }

    /** Runs each change that is recorded from now on in a statement of its own. */
    public void keepSeparate() {
        isKeptSeparate = true;
    }

    /**
     * Makes several changes of one table in one statement: all of them or none.
     *
     * @param table the table's name
     * @param changes records the changes
     */
    public void alterTable(String table, Consumer<TableChanges> changes) {
        List<TableChange> grouped = new ArrayList<>();
        changes.accept(new TableChanges(table, naming, grouped::add));
        add(new AlterTable(table, grouped));
    }

    /**
     * Creates a table.
     *
     * @param table the table's name
     * @param definition says what the table is made of
     */
    public void createTable(String table, Consumer<TableBuilder> definition) {
        add(new CreateTable(table(table, definition)));
    }

    /**
     * Drops a table and all its rows.
     *
     * @param table the table's name
     */
    public void dropTable(String table) {
        add(new DropTable(table, null));
    }

    /**
     * Drops a table and all its rows, and says what it was.
     *
     * @param table the table's name
     * @param definition says what the table was made of
     */
    public void dropTable(String table, Consumer<TableBuilder> definition) {
        add(new DropTable(table, table(table, definition)));
    }

    /**
     * Renames a table.
     *
     * @param from its name
     * @param to its new name
     */
    public void renameTable(String from, String to) {
        add(new RenameTable(from, to));
    }

    /**
     * Adds a column that allows NULL and has no default.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     */
    public void addColumn(String table, String column, ColumnType type) {
        on(table).addColumn(column, type);
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
        on(table).addColumn(column, type, definition);
    }

    /**
     * Adds a column in a place of its own.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     * @param position where it stands
     */
    public void addColumn(
            String table, String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        on(table).addColumn(column, type, definition, position);
    }

    /**
     * Drops a column and all its values.
     *
     * @param table the table's name
     * @param column the column's name
     */
    public void dropColumn(String table, String column) {
        on(table).dropColumn(column);
    }

    /**
     * Drops a column and all its values, and says what it was: the last of its table.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there was to the column
     */
    public void dropColumn(String table, String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        on(table).dropColumn(column, type, definition);
    }

    /**
     * Drops a column and all its values, and says what it was.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there was to the column
     * @param position where it stood
     */
    public void dropColumn(
            String table, String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        on(table).dropColumn(column, type, definition, position);
    }

    /**
     * Renames a column.
     *
     * @param table the table's name
     * @param from the column's name
     * @param to its new name
     */
    public void renameColumn(String table, String from, String to) {
        on(table).renameColumn(from, to);
    }

    /**
     * Changes attributes of a column. All others stay as they are, whatever they are.
     *
     * @param table the table's name
     * @param column the column's name
     * @param change says what shall be different
     */
    public void alterColumn(String table, String column, Consumer<ColumnChangeBuilder> change) {
        on(table).alterColumn(column, change);
    }

    /**
     * Changes attributes of a column, and says what they were.
     *
     * @param table the table's name
     * @param column the column's name
     * @param change says what shall be different
     * @param before says what the same attributes were
     */
    public void alterColumn(
            String table, String column, Consumer<ColumnChangeBuilder> change, Consumer<ColumnChangeBuilder> before) {
        on(table).alterColumn(column, change, before);
    }

    /**
     * Gives a column another definition. Whatever the old one had and this one does not say is gone.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     */
    public void redefineColumn(String table, String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        on(table).redefineColumn(column, type, definition);
    }

    /**
     * Gives a column another definition and another place. Whatever the old one had and this one does not say is gone.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     * @param position where it stands
     */
    public void redefineColumn(
            String table, String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        on(table).redefineColumn(column, type, definition, position);
    }

    /**
     * Gives a column another definition, and says which it had.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column, a new name perhaps
     * @param typeBefore the column's type as it was
     * @param before says what more there was to the column
     */
    public void redefineColumn(
            String table,
            String column,
            ColumnType type,
            Consumer<ColumnBuilder> definition,
            ColumnType typeBefore,
            Consumer<ColumnBuilder> before) {
        on(table).redefineColumn(column, type, definition, typeBefore, before);
    }

    /**
     * Gives a column another definition and another place, and says which it had.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column, a new name perhaps
     * @param position where it stands, or null for where it is
     * @param typeBefore the column's type as it was
     * @param before says what more there was to the column
     * @param positionBefore where it stood, or null if it does not move
     */
    public void redefineColumn(
            String table,
            String column,
            ColumnType type,
            Consumer<ColumnBuilder> definition,
            @Nullable Position position,
            ColumnType typeBefore,
            Consumer<ColumnBuilder> before,
            @Nullable Position positionBefore) {
        on(table).redefineColumn(column, type, definition, position, typeBefore, before, positionBefore);
    }

    /**
     * Creates an index that allows duplicates.
     *
     * @param index the index's name
     * @param table the table's name
     * @param columns the columns, in the order of the index
     */
    public void createIndex(String index, String table, String... columns) {
        on(table).createIndex(index, columns);
    }

    /**
     * Creates an index of any kind.
     *
     * @param index the index's name
     * @param table the table's name
     * @param definition names its columns and says what more there is to it
     */
    public void createIndex(String index, String table, Consumer<IndexBuilder> definition) {
        on(table).createIndex(index, definition);
    }

    /**
     * Drops an index, and says what it was.
     *
     * @param index the index's name
     * @param table the table's name
     * @param definition names its columns and says what more there was to it
     */
    public void dropIndex(String index, String table, Consumer<IndexBuilder> definition) {
        on(table).dropIndex(index, definition);
    }

    /**
     * Drops an index.
     *
     * @param index the index's name
     * @param table the table's name
     * @param columns its columns, if they shall be known
     */
    public void dropIndex(String index, String table, String... columns) {
        on(table).dropIndex(index, columns);
    }

    /**
     * Renames an index.
     *
     * @param table the table's name
     * @param from the index's name
     * @param to its new name
     */
    public void renameIndex(String table, String from, String to) {
        on(table).renameIndex(from, to);
    }

    /**
     * Adds the primary key of a table.
     *
     * @param table the table's name
     * @param columns its columns, in the order of the key
     */
    public void addPrimaryKey(String table, String... columns) {
        on(table).addPrimaryKey(columns);
    }

    /**
     * Drops the primary key of a table.
     *
     * @param table the table's name
     * @param columns its columns, if they shall be known
     */
    public void dropPrimaryKey(String table, String... columns) {
        on(table).dropPrimaryKey(columns);
    }

    /**
     * Adds the primary key of a table.
     *
     * @param table the table's name
     * @param parts what it is made of, for instance {@code KeyPart.column("url").length(100)}
     */
    public void addPrimaryKey(String table, List<KeyPart> parts) {
        on(table).addPrimaryKey(parts);
    }

    /**
     * Drops the primary key of a table, and says what it was.
     *
     * @param table the table's name
     * @param parts what it was made of
     */
    public void dropPrimaryKey(String table, List<KeyPart> parts) {
        on(table).dropPrimaryKey(parts);
    }

    /**
     * Adds a unique constraint.
     *
     * @param constraint the name of the constraint and of its index
     * @param table the table's name
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(String constraint, String table, String... columns) {
        on(table).addUniqueConstraint(constraint, columns);
    }

    /**
     * Drops a unique constraint.
     *
     * @param constraint the constraint's name
     * @param table the table's name
     * @param columns its columns, if they shall be known
     */
    public void dropUniqueConstraint(String constraint, String table, String... columns) {
        on(table).dropUniqueConstraint(constraint, columns);
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
        on(table).addForeignKey(foreignKey, columns, definition);
    }

    /**
     * Drops a foreign key. The index that the server made for it stays.
     *
     * @param foreignKey the constraint's name
     * @param table the name of the table that refers
     */
    public void dropForeignKey(String foreignKey, String table) {
        on(table).dropForeignKey(foreignKey);
    }

    /**
     * Drops a foreign key, and says what it was. The index that the server made for it stays.
     *
     * @param foreignKey the constraint's name
     * @param table the name of the table that refers
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void dropForeignKey(
            String foreignKey, String table, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        on(table).dropForeignKey(foreignKey, columns, definition);
    }

    /**
     * Drops a foreign key, together with the index that the server made for it, if it did.
     *
     * @param foreignKey the foreign key's name, which is the index's as well
     * @param table the name of the table that refers
     */
    public void dropForeignKeyWithIndex(String foreignKey, String table) {
        on(table).dropForeignKeyWithIndex(foreignKey);
    }

    /**
     * Drops a foreign key, together with the index that the server made for it, if it did, and says what it was.
     *
     * @param foreignKey the foreign key's name, which is the index's as well
     * @param table the name of the table that refers
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void dropForeignKeyWithIndex(
            String foreignKey, String table, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        on(table).dropForeignKeyWithIndex(foreignKey, columns, definition);
    }

    /**
     * Creates an index that allows duplicates, named by the convention.
     *
     * @param table the table's name
     * @param columns the columns, in the order of the index
     */
    public void createIndex(String table, List<String> columns) {
        on(table).createIndex(columns);
    }

    /**
     * Drops an index that is named by the convention.
     *
     * @param table the table's name
     * @param columns its columns, in the order of the index
     */
    public void dropIndex(String table, List<String> columns) {
        on(table).dropIndex(columns);
    }

    /**
     * Adds a unique constraint, named by the convention.
     *
     * @param table the table's name
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(String table, List<String> columns) {
        on(table).addUniqueConstraint(columns);
    }

    /**
     * Drops a unique constraint that is named by the convention.
     *
     * @param table the table's name
     * @param columns its columns, in the order of the index
     */
    public void dropUniqueConstraint(String table, List<String> columns) {
        on(table).dropUniqueConstraint(columns);
    }

    /**
     * Adds a foreign key, named by the convention.
     *
     * @param table the name of the table that refers
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void addForeignKey(String table, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        on(table).addForeignKey(columns, definition);
    }

    /**
     * Drops a foreign key that is named by the convention.
     *
     * @param table the name of the table that refers
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void dropForeignKey(String table, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        on(table).dropForeignKey(columns, definition);
    }

    /**
     * Adds a check, named by the convention.
     *
     * @param table the table's name
     * @param expression the condition, in the server's SQL, without parentheses around it
     */
    public void addCheck(String table, String expression) {
        on(table).addCheck(expression);
    }

    /**
     * Adds a check.
     *
     * @param check the constraint's name
     * @param table the table's name
     * @param expression the condition, in the server's SQL, without parentheses around it
     */
    public void addCheck(String check, String table, String expression) {
        on(table).addCheck(check, expression);
    }

    /**
     * Adds a check to a table.
     *
     * @param table the table's name
     * @param check the check, for instance {@code new Check("ck", "a > 0").notEnforced()}
     */
    public void addCheck(String table, Check check) {
        on(table).addCheck(check);
    }

    /**
     * Drops a check.
     *
     * @param check the check's name
     * @param table the table's name
     */
    public void dropCheck(String check, String table) {
        on(table).dropCheck(check);
    }

    /**
     * Drops a check, and says what it was.
     *
     * @param check the check's name
     * @param table the table's name
     * @param expression the condition
     */
    public void dropCheck(String check, String table, String expression) {
        on(table).dropCheck(check, expression);
    }

    /**
     * Drops a check, and says what it was.
     *
     * @param table the table's name
     * @param check the check
     */
    public void dropCheck(String table, Check check) {
        on(table).dropCheck(check);
    }

    /**
     * Changes what is said of a table as a whole.
     *
     * @param table the table's name
     * @param options what changes; what is null stays as it is
     */
    public void changeOptions(String table, TableOptions options) {
        on(table).options(options);
    }

    /**
     * Changes what is said of a table as a whole, and says what it was.
     *
     * @param table the table's name
     * @param options what changes; what is null stays as it is
     * @param before what the same options were
     */
    public void changeOptions(String table, TableOptions options, TableOptions before) {
        on(table).options(options, before);
    }

    /**
     * Changes what is said of a table as a whole.
     *
     * @param table the table's name
     * @param options says what changes; what it does not say stays as it is
     */
    public void changeOptions(String table, Consumer<TableOptionsBuilder> options) {
        on(table).options(options);
    }

    /**
     * Changes what is said of a table as a whole, and says what it was.
     *
     * @param table the table's name
     * @param options says what changes; what it does not say stays as it is
     * @param before says what the same options were
     */
    public void changeOptions(
            String table, Consumer<TableOptionsBuilder> options, Consumer<TableOptionsBuilder> before) {
        on(table).options(options, before);
    }

    /**
     * Converts all texts of a table to a character set and its default collation.
     *
     * @param table the table's name
     * @param charset the character set
     */
    public void convertCharset(String table, String charset) {
        on(table).convertCharset(charset);
    }

    /**
     * Converts all texts of a table to a character set.
     *
     * @param table the table's name
     * @param charset the character set
     * @param collation the collation of all columns
     */
    public void convertCharset(String table, String charset, String collation) {
        on(table).convertCharset(charset, collation);
    }

    /**
     * Creates a view. Its definer is the user of the connection.
     *
     * @param view the view's name
     * @param select the query, in the server's SQL
     */
    public void createView(String view, String select) {
        add(new CreateView(new View(view, select)));
    }

    /**
     * Creates a view of any kind. Its definer is the user of the connection.
     *
     * @param view the view
     */
    public void createView(View view) {
        add(new CreateView(view));
    }

    /**
     * Drops a view.
     *
     * @param view the view's name
     */
    public void dropView(String view) {
        add(new DropView(view, null));
    }

    /**
     * Drops a view, and says what it was.
     *
     * @param view the view's name
     * @param select the query
     */
    public void dropView(String view, String select) {
        add(new DropView(view, new View(view, select)));
    }

    /**
     * Drops a view of any kind, and says what it was.
     *
     * @param view the view
     */
    public void dropView(View view) {
        add(new DropView(view.name(), view));
    }

    /**
     * Creates a trigger. Its definer is the user of the connection.
     *
     * @param trigger the trigger
     */
    public void createTrigger(Trigger trigger) {
        add(new CreateTrigger(trigger));
    }

    /**
     * Drops a trigger.
     *
     * @param trigger the trigger's name
     */
    public void dropTrigger(String trigger) {
        add(new DropTrigger(trigger, null));
    }

    /**
     * Drops a trigger, and says what it was.
     *
     * @param trigger the trigger
     */
    public void dropTrigger(Trigger trigger) {
        add(new DropTrigger(trigger.name(), trigger));
    }

    /**
     * Creates a procedure or a function. Its definer is the user of the connection.
     *
     * @param routine the routine
     */
    public void createRoutine(Routine routine) {
        add(new CreateRoutine(routine));
    }

    /**
     * Drops a procedure.
     *
     * @param procedure its name
     */
    public void dropProcedure(String procedure) {
        add(new DropRoutine(Routine.Kind.PROCEDURE, procedure, null));
    }

    /**
     * Drops a function.
     *
     * @param function its name
     */
    public void dropFunction(String function) {
        add(new DropRoutine(Routine.Kind.FUNCTION, function, null));
    }

    /**
     * Drops a procedure or a function, and says what it was.
     *
     * @param routine the routine
     */
    public void dropRoutine(Routine routine) {
        add(new DropRoutine(routine.kind(), routine.name(), routine));
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
     * @param parameters what stands for its question marks, if it has any: null or anything that {@link Literal#of}
     *     takes; without parameters, question marks are left as they are
     * @throws IllegalArgumentException if a value has no literal in SQL
     */
    public void execute(String sql, @Nullable Object... parameters) {
        add(new ExecuteSql(sql, Arrays.stream(parameters).map(Literal::of).toList()));
    }

    /**
     * Does work in Java when its turn comes, in a transaction with the rows that are changed around it.
     *
     * @param description what the work does, in a few words: plans name it so
     * @param work the work; it must not commit, and must not run DDL
     */
    public void run(String description, ConnectionWork work) {
        add(new RunCode(description, work));
    }

    private TableChanges on(String table) {
        return new TableChanges(
                table, naming, change -> add(isKeptSeparate ? new AlterTable(table, List.of(change)) : change));
    }

    private Table table(String name, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(name, naming);
        definition.accept(builder);
        return builder.build();
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

    /**
     * Runs the statements of a script that stands in the migration, under a name of its own.
     *
     * @param name what the script is called in plans and messages
     * @param sql the statements
     */
    public void scriptText(String name, String sql) {
        add(new ExecuteScript(name, sql));
    }

    private void add(Operation operation) {
        if (isClosed) {
            throw new IllegalStateException(
                    "The migration has ended; operations can be recorded only while up or down runs.");
        }
        recorded.add(operation);
    }
}
