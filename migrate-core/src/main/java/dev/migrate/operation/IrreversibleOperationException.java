package dev.migrate.operation;

import dev.migrate.error.MigrateException;

/** The inverse of an operation was asked for, and cannot be derived. Found while it is recorded: nothing has run. */
public final class IrreversibleOperationException extends MigrateException {

    private final transient Operation operation;

    /**
     * Says what cannot be taken back.
     *
     * @param operation the operation
     * @param problem why its inverse cannot be derived
     * @param remedy what to do about it
     */
    IrreversibleOperationException(Operation operation, String problem, String remedy) {
        super(problem, remedy);
        this.operation = operation;
    }

    /**
     * Returns what cannot be taken back.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }
}
