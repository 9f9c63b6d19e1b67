package dev.migrate.operation;

/** A change of a database. Immutable; two operations with the same effect are equal. */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                TableChange,
                AlterTable,
                CreateView,
                DropView,
                CreateTrigger,
                DropTrigger,
                CreateRoutine,
                DropRoutine,
                CreateEvent,
                DropEvent,
                CreateSequence,
                AlterSequence,
                DropSequence,
                InsertRows,
                ExecuteSql,
                ExecuteScript,
                RunCode {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(OperationVisitor<R> visitor);

    /**
     * Returns the inverse of this operation.
     *
     * @return the inverse, or the reason why there is none
     */
    Inverse<? extends Operation> inverse();

    /**
     * Describes the operation in a few words.
     *
     * @return for instance "drop column users.email"
     */
    String description();
}
