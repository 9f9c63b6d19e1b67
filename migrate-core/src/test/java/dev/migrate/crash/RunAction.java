package dev.migrate.crash;

import dev.migrate.Migrator;

/** The action of a run on a range of the history. */
enum RunAction {
    /** Upgrades to its end. */
    UP {
        @Override
        boolean run(Migrator migrator, RevisionRange range) {
            return !migrator.upgrade(to(range)).steps().isEmpty();
        }
    },
    /** Downgrades to its start. */
    DOWN {
        @Override
        boolean run(Migrator migrator, RevisionRange range) {
            return !migrator.downgrade(to(range)).steps().isEmpty();
        }
    },
    /** Aborts an upgrade whose last statement was rejected. */
    ABORT {
        @Override
        boolean run(Migrator migrator, RevisionRange range) {
            if (migrator.interrupted().isEmpty()) {
                return false;
            }
            migrator.abort();
            return true;
        }
    };

    /** The current revision before the action. */
    String from(RevisionRange range) {
        return this == DOWN ? range.to() : range.from();
    }

    /** The current revision after the action. */
    String to(RevisionRange range) {
        return this == UP ? range.to() : range.from();
    }

    /**
     * Runs to completion.
     *
     * @return whether there was anything to do
     */
    abstract boolean run(Migrator migrator, RevisionRange range);
}
