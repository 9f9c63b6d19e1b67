package dev.migrate.operation;

/**
 * What to do for each kind of operation. There are no default methods: a new operation must be met everywhere.
 *
 * @param <R> the result
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
     * Visits the addition of a column.
     *
     * @param operation the operation
     * @return the result
     */
    R addColumn(AddColumn operation);

    /**
     * Visits the removal of a column.
     *
     * @param operation the operation
     * @return the result
     */
    R dropColumn(DropColumn operation);

    /**
     * Visits the creation of an index.
     *
     * @param operation the operation
     * @return the result
     */
    R createIndex(CreateIndex operation);

    /**
     * Visits the removal of an index.
     *
     * @param operation the operation
     * @return the result
     */
    R dropIndex(DropIndex operation);

    /**
     * Visits the addition of a unique constraint.
     *
     * @param operation the operation
     * @return the result
     */
    R addUniqueConstraint(AddUniqueConstraint operation);

    /**
     * Visits the removal of a unique constraint.
     *
     * @param operation the operation
     * @return the result
     */
    R dropUniqueConstraint(DropUniqueConstraint operation);

    /**
     * Visits the addition of a foreign key.
     *
     * @param operation the operation
     * @return the result
     */
    R addForeignKey(AddForeignKey operation);

    /**
     * Visits the removal of a foreign key.
     *
     * @param operation the operation
     * @return the result
     */
    R dropForeignKey(DropForeignKey operation);

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
}
