package dev.migrate.operation;

/** One thing to do to a database. Immutable; two operations that do the same are equal. */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                AddColumn,
                DropColumn,
                CreateIndex,
                DropIndex,
                AddUniqueConstraint,
                DropUniqueConstraint,
                AddForeignKey,
                DropForeignKey,
                InsertRows,
                ExecuteSql,
                ExecuteScript {

    /**
     * Lets a visitor see which operation this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(OperationVisitor<R> visitor);
}
