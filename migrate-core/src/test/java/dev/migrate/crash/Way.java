package dev.migrate.crash;

import dev.migrate.Migrator;

/** What a run does with a stretch of the history. */
enum Way {
    /** Goes up to its end. */
    UP {
        @Override
        String from(Stretch stretch) {
            return stretch.from();
        }

        @Override
        String to(Stretch stretch) {
            return stretch.to();
        }

        @Override
        boolean run(Migrator migrator, Stretch stretch) {
            return !migrator.upgrade(stretch.to()).steps().isEmpty();
        }
    },
    /** Goes down to where it begins. */
    DOWN {
        @Override
        String from(Stretch stretch) {
            return stretch.to();
        }

        @Override
        String to(Stretch stretch) {
            return stretch.from();
        }

        @Override
        boolean run(Migrator migrator, Stretch stretch) {
            return !migrator.downgrade(stretch.from()).steps().isEmpty();
        }
    },
    /** Takes back what was done on the way up, of which the last statement was refused. */
    ABORT {
        @Override
        String from(Stretch stretch) {
            return stretch.from();
        }

        @Override
        String to(Stretch stretch) {
            return stretch.from();
        }

        @Override
        boolean run(Migrator migrator, Stretch stretch) {
            if (migrator.unfinished().isEmpty()) {
                return false;
            }
            migrator.abort();
            return true;
        }
    };

    /** Where the database stands before. */
    abstract String from(Stretch stretch);

    /** Where the database stands afterwards. */
    abstract String to(Stretch stretch);

    /**
     * Runs, and comes to its end.
     *
     * @return whether there was anything to do
     */
    abstract boolean run(Migrator migrator, Stretch stretch);
}
