package dev.migrate.migration;

import dev.migrate.operation.Operations;

/**
 * A change of the schema and how to revert it.
 *
 * <p>Both methods only <em>record</em> operations; nothing is executed while they run. They must record the same
 * operations each time: the result may depend neither on the database nor on the clock. A class that is found in a
 * package or registered as a class needs a constructor without parameters and a {@link Revision}.
 */
public interface Migration {

    /**
     * Records the operations that lead from the schema of the parent revisions to the schema of this revision.
     *
     * @param op records the operations, in the order of their execution
     */
    void up(Operations op);

    /**
     * Records the operations that lead back to the schema of the parent revisions. By default, they are derived from
     * {@link #up}: the inverse of each operation, in reverse order. If an operation has no inverse, a downgrade fails
     * before anything is executed.
     *
     * @param op records the operations, in the order of their execution
     */
    default void down(Operations op) {
        op.invert(this::up);
    }
}
