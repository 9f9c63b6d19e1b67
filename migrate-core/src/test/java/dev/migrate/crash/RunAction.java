package dev.migrate.crash;

import dev.migrate.Migrator;

/** What a run does with a stretch of the history. */
enum RunAction {
    /** Goes up to its end. */
    UP {
        @Override
        boolean run(Migrator migrator, RevisionRange range) {
            return !migrator.upgrade(to(range)).steps().isEmpty();
        }
    },
    /** Goes down to where it begins. */
    DOWN {
        @Override
        boolean run(Migrator migrator, RevisionRange range) {
            return !migrator.downgrade(to(range)).steps().isEmpty();
        }
    },
    /** Takes back what was done on the way up, of which the last statement was refused. */
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

    /** At which revision the database stands before. */
    String from(RevisionRange range) {
        return this == DOWN ? range.to() : range.from();
    }

    /** At which revision the database stands afterwards. */
    String to(RevisionRange range) {
        return this == UP ? range.to() : range.from();
    }

    /**
     * Runs, and comes to its end.
     *
     * @return whether there was anything to do
     */
    abstract boolean run(Migrator migrator, RevisionRange range);
}
