package dev.migrate.migration;

import dev.migrate.operation.Operations;

/**
 * One change of the schema, and how it is taken back.
 *
 * <p>Both methods <em>record</em> what shall be done; nothing runs while they record. They must record the same each
 * time that they are called: what is recorded may depend neither on the database nor on the clock. A class that is
 * found by its package or handed over as a class needs a constructor without parameters and a {@link Revision}.
 */
public interface Migration {

    /**
     * Records what leads from the parents' schema to this revision's.
     *
     * @param op records the operations, in the order in which they shall run
     */
    void up(Operations op);

    /**
     * Records what leads from this revision's schema back to the parents'. Unless it is overridden, that is derived from
     * {@link #up}: the inverse of each operation, the last one first. Where one has none, going down is refused before
     * anything runs.
     *
     * @param op records the operations, in the order in which they shall run
     */
    default void down(Operations op) {
        op.invert(this::up);
    }
}
