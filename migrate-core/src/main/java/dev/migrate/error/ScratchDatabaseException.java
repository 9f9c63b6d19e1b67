package dev.migrate.error;

import java.sql.SQLException;

/** A scratch database cannot be created. Nothing was changed. */
public final class ScratchDatabaseException extends MigrateException {

    private ScratchDatabaseException(String problem, String remedy, SQLException cause) {
        super(problem, remedy, cause);
    }

    /**
     * The server refuses to create it.
     *
     * @param name its name
     * @param cause what the server said
     * @return the error
     */
    public static ScratchDatabaseException notCreated(String name, SQLException cause) {
        return new ScratchDatabaseException(
                "The scratch database " + name + " cannot be created: " + cause.getMessage() + ". Nothing was changed.",
                "Let the user create and drop such databases: GRANT ALL ON `migrate\\_scratch\\_%`.* TO ...",
                cause);
    }
}
