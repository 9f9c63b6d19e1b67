package dev.migrate.error;

/** A database that is missing cannot be created. */
public final class DatabaseNotCreatedException extends MigrateException {

    private final String database;

    /**
     * Says why.
     *
     * @param database the name of the database
     * @param reason what the server said
     * @param cause what the driver threw
     */
    public DatabaseNotCreatedException(String database, String reason, Exception cause) {
        super(
                "The database " + database + " does not exist and could not be created: " + reason + ".",
                "Grant the user CREATE on it, or have it created: CREATE DATABASE ... CHARACTER SET utf8mb4.",
                cause);
        this.database = database;
    }

    /**
     * Names the database.
     *
     * @return its name
     */
    public String database() {
        return database;
    }
}
