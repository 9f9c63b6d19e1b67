package dev.migrate.operation;

/** One thing to do to a database. Immutable; two operations that do the same are equal. */
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
                InsertRows,
                ExecuteSql,
                ExecuteScript,
                RunCode {

    /**
     * Lets a visitor see which operation this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(OperationVisitor<R> visitor);

    /**
     * Says what takes this operation back.
     *
     * @return the inverse, or why there is none
     */
    Inverse<? extends Operation> inverse();

    /**
     * Says in a few words what the operation does, for people.
     *
     * @return for instance "drop column users.email"
     */
    String description();
}
