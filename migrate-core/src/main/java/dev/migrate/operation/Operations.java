package dev.migrate.operation;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Records the operations of a migration. Nothing is executed while they are recorded.
 *
 * <p>{@link #table} changes a table in any way; the most common changes can be written in one line, for example
 * {@link #addColumn(String, String, ColumnType) addColumn}. Changes of the same table in succession are merged into as
 * few statements as possible; see {@link #keepSeparate()}.
 *
 * <p>An operation that drops or changes something can include the previous definition. The inverse can then be derived,
 * and the migration need not override {@code down}.
 *
 * <p>A recorder is valid for one call of {@code up} or {@code down}. It is not thread-safe.
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
     * Records the operations of a migration, with default names.
     *
     * @param migration called once, with the recorder
     * @return the recorded operations, in order
     */
    public static List<Operation> recordedBy(Consumer<Operations> migration) {
        return recordedBy(new DefaultNames(), migration);
    }

    /**
     * Records the operations of a migration.
     *
     * @param naming the convention for names that the migration omits
     * @param migration called once, with the recorder
     * @return the recorded operations, in order
     */
    public static List<Operation> recordedBy(NamingConvention naming, Consumer<Operations> migration) {
        Operations operations = new Operations(naming);
        migration.accept(operations);
        operations.isClosed = true;
        return List.copyOf(operations.recorded);
    }

    /**
     * Records the inverse of each operation of a migration, in reverse order.
     *
     * @param migration called once, with a separate recorder; usually the migration's {@code up}
     * @throws InvalidMigrationException if an operation has no inverse, or lacks the details to derive it
     */
    public void invert(Consumer<Operations> migration) {
        Reversal.of(recordedBy(naming, migration)).forEach(this::add);
    }

    /**
     * Derives the operations that undo others.
     *
     * @param operations the operations, in the order in which they are executed
     * @return the inverse of each, in reverse order
     * @throws InvalidMigrationException if an operation has no inverse, or lacks the details to derive it
     */
    public static List<Operation> inverseOf(List<Operation> operations) {
        return Reversal.of(operations);
    }

    /** Executes each change recorded from now on in a separate statement. */
    public void keepSeparate() {
        isKeptSeparate = true;
    }

    /**
     * Changes a table. Several changes are executed in one statement: either all of them take effect or none. A single
     * change may be merged with other changes of the same table or with its creation, like one recorded with a method
     * of this class.
     *
     * @param table the table's name
     * @param changes records the changes, at least one
     */
    public void table(String table, Consumer<TableChanges> changes) {
        add(TableChanges.recordedBy(table, naming, isKeptSeparate, changes));
    }

    /**
     * Creates a table.
     *
     * @param table the table's name
     * @param definition defines the columns, keys and options
     */
    public void createTable(String table, Consumer<TableBuilder> definition) {
        add(new CreateTable(built(table, definition)));
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
     * Drops a table and all its rows. The definition makes the operation reversible.
     *
     * @param table the table's name
     * @param definition defines the columns, keys and options that the table had
     */
    public void dropTable(String table, Consumer<TableBuilder> definition) {
        add(new DropTable(table, built(table, definition)));
    }

    /**
     * Renames a table.
     *
     * @param from the current name
     * @param to the new name
     */
    public void renameTable(String from, String to) {
        add(new RenameTable(from, to));
    }

    /**
     * Adds a nullable column without a default after the existing columns.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     */
    public void addColumn(String table, String column, ColumnType type) {
        table(table, t -> t.addColumn(column, type));
    }

    /**
     * Adds a column after the existing columns.
     *
     * @param table the table's name
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column
     */
    public void addColumn(String table, String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        table(table, t -> t.addColumn(column, type, definition));
    }

    /**
     * Drops a column and all its values. To make it reversible, use {@link TableChanges#dropColumn(String, ColumnType,
     * Consumer)}.
     *
     * @param table the table's name
     * @param column the column's name
     */
    public void dropColumn(String table, String column) {
        table(table, t -> t.dropColumn(column));
    }

    /**
     * Renames a column.
     *
     * @param table the table's name
     * @param from the column's current name
     * @param to the new name
     */
    public void renameColumn(String table, String from, String to) {
        table(table, t -> t.renameColumn(from, to));
    }

    /**
     * Changes some attributes of a column and keeps all others. To make it reversible, use
     * {@link TableChanges#alterColumn(String, Consumer, Consumer)}.
     *
     * @param table the table's name
     * @param column the column's name
     * @param change sets the attributes to change
     */
    public void alterColumn(String table, String column, Consumer<ColumnChangeBuilder> change) {
        table(table, t -> t.alterColumn(column, change));
    }

    /**
     * Creates a non-unique index.
     *
     * @param table the table's name
     * @param index the index's name
     * @param columns the columns, in the order of the index
     */
    public void createIndex(String table, String index, String... columns) {
        table(table, t -> t.createIndex(index, columns));
    }

    /**
     * Drops an index. To make it reversible, use {@link TableChanges#dropIndex(String, String...)}.
     *
     * @param table the table's name
     * @param index the index's name
     */
    public void dropIndex(String table, String index) {
        table(table, t -> t.dropIndex(index));
    }

    /**
     * Adds a unique constraint.
     *
     * @param table the table's name
     * @param constraint the name of the constraint and of its index
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(String table, String constraint, String... columns) {
        table(table, t -> t.addUniqueConstraint(constraint, columns));
    }

    /**
     * Adds a foreign key of one column.
     *
     * @param table the name of the referencing table
     * @param foreignKey the constraint's name
     * @param column the referencing column
     * @param definition defines the referenced column and the referential actions
     */
    public void addForeignKey(String table, String foreignKey, String column, Consumer<ForeignKeyBuilder> definition) {
        table(table, t -> t.addForeignKey(foreignKey, column, definition));
    }

    /**
     * Drops a foreign key. An index that the server created for it is kept. To make it reversible, use
     * {@link TableChanges#dropForeignKey(String, List, Consumer)}.
     *
     * @param table the name of the referencing table
     * @param foreignKey the constraint's name
     */
    public void dropForeignKey(String table, String foreignKey) {
        table(table, t -> t.dropForeignKey(foreignKey));
    }

    /**
     * Creates a view. Its definer is the user of the connection.
     *
     * @param view the view's name
     * @param select the query, in the server's SQL
     */
    public void createView(String view, String select) {
        createView(new View(view, select));
    }

    /**
     * Creates a view. Its definer is the user of the connection.
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
     * Drops a view. The query makes the operation reversible.
     *
     * @param view the view's name
     * @param select the view's query
     */
    public void dropView(String view, String select) {
        dropView(new View(view, select));
    }

    /**
     * Drops a view. The definition makes the operation reversible.
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
     * Drops a trigger. The definition makes the operation reversible.
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
     * @param procedure the procedure's name
     */
    public void dropProcedure(String procedure) {
        add(new DropRoutine(Routine.Kind.PROCEDURE, procedure, null));
    }

    /**
     * Drops a function.
     *
     * @param function the function's name
     */
    public void dropFunction(String function) {
        add(new DropRoutine(Routine.Kind.FUNCTION, function, null));
    }

    /**
     * Drops a procedure or a function. The definition makes the operation reversible.
     *
     * @param routine the routine
     */
    public void dropRoutine(Routine routine) {
        add(new DropRoutine(routine.kind(), routine.name(), routine));
    }

    /**
     * Creates a scheduled event. Its definer is the user of the connection.
     *
     * @param event the event
     */
    public void createEvent(ScheduledEvent event) {
        add(new CreateEvent(event));
    }

    /**
     * Drops a scheduled event.
     *
     * @param event the event's name
     */
    public void dropEvent(String event) {
        add(new DropEvent(event, null));
    }

    /**
     * Drops a scheduled event. The definition makes the operation reversible.
     *
     * @param event the event
     */
    public void dropEvent(ScheduledEvent event) {
        add(new DropEvent(event.name(), event));
    }

    /**
     * Creates a sequence, on a server that has sequences.
     *
     * @param sequence the sequence
     */
    public void createSequence(Sequence sequence) {
        add(new CreateSequence(sequence));
    }

    /**
     * Changes the options of a sequence and keeps its current value.
     *
     * @param sequence the sequence with its new options; omitted ones are kept
     */
    public void alterSequence(Sequence sequence) {
        add(new AlterSequence(sequence, null));
    }

    /**
     * Changes the options of a sequence and keeps its current value. The previous options make the operation
     * reversible.
     *
     * @param sequence the sequence with its new options
     * @param before the sequence with its previous options
     */
    public void alterSequence(Sequence sequence, Sequence before) {
        add(new AlterSequence(sequence, before));
    }

    /**
     * Drops a sequence and its current value.
     *
     * @param sequence the sequence's name
     */
    public void dropSequence(String sequence) {
        add(new DropSequence(sequence, null));
    }

    /**
     * Drops a sequence and its current value. The definition makes the operation reversible.
     *
     * @param sequence the sequence
     */
    public void dropSequence(Sequence sequence) {
        add(new DropSequence(sequence.name(), sequence));
    }

    /**
     * Inserts rows, either all of them or none.
     *
     * @param table the table's name
     * @param rows sets the columns and adds the rows
     */
    public void insert(String table, Consumer<InsertBuilder> rows) {
        InsertBuilder builder = new InsertBuilder();
        rows.accept(builder);
        add(builder.build(table));
    }

    /**
     * Inserts rows, either all of them or none, that are read whenever they are needed and never kept. They are read more
     * than once for a run, each time from the first one on: to divide them into statements, to execute these, and again
     * if the run is resumed. So each iterator must return the same rows; if it does not, the statement fails before it is
     * executed.
     *
     * @param table the table's name
     * @param columns the columns of the insert
     * @param rows the rows, at least one, each with a value for each column: null or anything that {@link Literal#of}
     *     accepts
     */
    public void insert(String table, List<String> columns, Iterable<? extends @Nullable Object[]> rows) {
        add(new InsertRows(
                table,
                columns,
                () -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> InsertRows.complete(table, columns, InsertBuilder.row(row)))
                        .iterator()));
    }

    /**
     * Executes one statement, exactly as given.
     *
     * @param sql the statement, in the server's SQL, without a delimiter at the end
     * @param parameters the values for the question marks in the statement: null or any value that {@link Literal#of}
     *     accepts; without parameters, question marks are sent as they are
     * @throws IllegalArgumentException if a value has no SQL literal
     */
    public void execute(String sql, @Nullable Object... parameters) {
        add(new ExecuteSql(sql, Arrays.stream(parameters).map(Literal::of).toList()));
    }

    /**
     * Executes one statement, exactly as given, that another one undoes. The operation is reversible.
     *
     * @param sql the statement, in the server's SQL, without a delimiter at the end
     * @param reverse the statement that undoes it
     */
    public void executeReversible(String sql, String reverse) {
        add(new ExecuteSql(sql, List.of(), Objects.requireNonNull(reverse, "reverse")));
    }

    /**
     * Executes the statements of a script in a resource, encoded in UTF-8. It may use the syntax of the database's
     * command-line client: {@code DELIMITER}, all kinds of comments, several statements on a line.
     *
     * @param owner the class whose package contains the resource, usually the migration itself
     * @param resource the name of the resource, for example {@code triggers.sql}
     * @throws IllegalArgumentException if the resource does not exist, is empty or is not encoded in UTF-8
     */
    public void script(Class<?> owner, String resource) {
        script(owner, resource, StandardCharsets.UTF_8);
    }

    /**
     * Executes the statements of a script in a resource. The encoding is that of the resource, whatever the script itself
     * sets with {@code SET NAMES}.
     *
     * @param owner the class whose package contains the resource, usually the migration itself
     * @param resource the name of the resource, for example {@code triggers.sql}
     * @param charset the encoding of the resource
     * @throws IllegalArgumentException if the resource does not exist, is empty or is not encoded like this
     */
    public void script(Class<?> owner, String resource, Charset charset) {
        add(ScriptFile.resource(owner, resource, charset));
    }

    /**
     * Executes the statements of a script in a file, encoded in UTF-8. A relative path is resolved against the working
     * directory of the process; a {@linkplain #script(Class, String) resource} does not depend on it.
     *
     * @param file the file
     * @throws IllegalArgumentException if the file does not exist, is empty or is not encoded in UTF-8
     */
    public void script(Path file) {
        script(file, StandardCharsets.UTF_8);
    }

    /**
     * Executes the statements of a script in a file. The encoding is that of the file, whatever the script itself sets with
     * {@code SET NAMES}.
     *
     * @param file the file
     * @param charset the encoding of the file
     * @throws IllegalArgumentException if the file does not exist, is empty or is not encoded like this
     */
    public void script(Path file, Charset charset) {
        add(ScriptFile.file(file, charset));
    }

    /**
     * Executes the statements of a script.
     *
     * @param sql the script
     */
    public void scriptText(String sql) {
        namedScript(ExecuteScript.UNNAMED, sql);
    }

    /**
     * Executes the statements of a script that has a name.
     *
     * @param name the script's name in plans and messages
     * @param sql the script
     */
    public void namedScript(String name, String sql) {
        add(new ExecuteScript(name, sql));
    }

    /**
     * Runs Java code, in one transaction with the row changes before and after it.
     *
     * @param description the code's description in plans and messages, in a few words
     * @param code the code; it must not commit and must not execute DDL
     */
    public void run(String description, ConnectionWork code) {
        add(new RunCode(description, code));
    }

    private Table built(String table, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(table, naming);
        definition.accept(builder);
        return builder.build();
    }

    private void add(Operation operation) {
        if (isClosed) {
            throw new IllegalStateException(
                    "The migration has ended; operations can be recorded only while up or down runs.");
        }
        recorded.add(operation);
    }
}
