package dev.migrate.crash;

import dev.migrate.Migrator;

/** What a run does with a stretch of the history. */
enum Way {
    /** Goes up to its end. */
    UP {
        @Override
        boolean run(Migrator migrator, Stretch stretch) {
            return !migrator.upgrade(to(stretch)).steps().isEmpty();
        }
    },
    /** Goes down to where it begins. */
    DOWN {
        @Override
        boolean run(Migrator migrator, Stretch stretch) {
            return !migrator.downgrade(to(stretch)).steps().isEmpty();
        }
    },
    /** Takes back what was done on the way up, of which the last statement was refused. */
    ABORT {
        @Override
        boolean run(Migrator migrator, Stretch stretch) {
            if (migrator.unfinished().isEmpty()) {
                return false;
            }
            migrator.abort();
            return true;
        }
    };

    /** At which revision the database stands before. */
    String from(Stretch stretch) {
        return this == DOWN ? stretch.to() : stretch.from();
    }

    /** At which revision the database stands afterwards. */
    String to(Stretch stretch) {
        return this == UP ? stretch.to() : stretch.from();
    }

    /**
     * Runs, and comes to its end.
     *
     * @return whether there was anything to do
     */
    abstract boolean run(Migrator migrator, Stretch stretch);
}
