package dev.migrate.operation;

/**
 * A visitor of operations. It has no default methods, so every new kind must be handled everywhere.
 *
 * @param <R> the type of the result
 */
public interface OperationVisitor<R> {

    /**
     * Visits the creation of a table.
     *
     * @param operation the operation
     * @return the result
     */
    R createTable(CreateTable operation);

    /**
     * Visits the removal of a table.
     *
     * @param operation the operation
     * @return the result
     */
    R dropTable(DropTable operation);

    /**
     * Visits the renaming of a table.
     *
     * @param operation the operation
     * @return the result
     */
    R renameTable(RenameTable operation);

    /**
     * Visits one change of a table.
     *
     * @param operation the operation
     * @return the result
     */
    R changeTable(TableChange operation);

    /**
     * Visits several changes of a table in one statement.
     *
     * @param operation the operation
     * @return the result
     */
    R alterTable(AlterTable operation);

    /**
     * Visits the creation of a view.
     *
     * @param operation the operation
     * @return the result
     */
    R createView(CreateView operation);

    /**
     * Visits the removal of a view.
     *
     * @param operation the operation
     * @return the result
     */
    R dropView(DropView operation);

    /**
     * Visits the creation of a trigger.
     *
     * @param operation the operation
     * @return the result
     */
    R createTrigger(CreateTrigger operation);

    /**
     * Visits the removal of a trigger.
     *
     * @param operation the operation
     * @return the result
     */
    R dropTrigger(DropTrigger operation);

    /**
     * Visits the creation of a routine.
     *
     * @param operation the operation
     * @return the result
     */
    R createRoutine(CreateRoutine operation);

    /**
     * Visits the removal of a routine.
     *
     * @param operation the operation
     * @return the result
     */
    R dropRoutine(DropRoutine operation);

    /**
     * Visits the creation of an event.
     *
     * @param operation the operation
     * @return the result
     */
    R createEvent(CreateEvent operation);

    /**
     * Visits the removal of an event.
     *
     * @param operation the operation
     * @return the result
     */
    R dropEvent(DropEvent operation);

    /**
     * Visits the creation of a sequence.
     *
     * @param operation the operation
     * @return the result
     */
    R createSequence(CreateSequence operation);

    /**
     * Visits the change of a sequence.
     *
     * @param operation the operation
     * @return the result
     */
    R alterSequence(AlterSequence operation);

    /**
     * Visits the removal of a sequence.
     *
     * @param operation the operation
     * @return the result
     */
    R dropSequence(DropSequence operation);

    /**
     * Visits an insert.
     *
     * @param operation the operation
     * @return the result
     */
    R insertRows(InsertRows operation);

    /**
     * Visits a statement of the user's own.
     *
     * @param operation the operation
     * @return the result
     */
    R executeSql(ExecuteSql operation);

    /**
     * Visits a script of the user's own.
     *
     * @param operation the operation
     * @return the result
     */
    R executeScript(ExecuteScript operation);

    /**
     * Visits work that is done in Java.
     *
     * @param operation the operation
     * @return the result
     */
    R runCode(RunCode operation);
}
