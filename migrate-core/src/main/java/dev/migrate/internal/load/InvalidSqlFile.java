package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;

/** Creates the exceptions for migrations in SQL files that are not valid. Stateless. */
final class InvalidSqlFile {

    private static final String FORM =
            "Write the header, then a line \"-- up\" with the statements of the upgrade after it,"
                    + " and optionally a line \"-- down\" with those of the downgrade.";

    private InvalidSqlFile() {}

    /**
     * Creates an exception about the form of a file.
     *
     * @param name the name of the file
     * @param line the line, starting at 0
     * @param problem what is wrong there, as a clause
     */
    static InvalidMigrationException at(String name, int line, String problem) {
        return at(name, line, problem, FORM);
    }

    static InvalidMigrationException at(String name, int line, String problem, String remedy) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.NOT_LOADED,
                "The migration " + name + " is not valid: in line " + (line + 1) + ", " + problem + ".",
                remedy);
    }
}
