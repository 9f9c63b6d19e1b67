package dev.migrate.error;

/** The schema of a database could not be read. Nothing was changed. */
public final class SchemaNotReadableException extends MigrateException {

    private SchemaNotReadableException(String problem, String remedy, Exception cause) {
        super(problem, remedy, cause);
    }

    private SchemaNotReadableException(String problem, String remedy) {
        super(problem, remedy);
    }

    /**
     * The connection has not said which database is meant.
     *
     * @return the error
     */
    public static SchemaNotReadableException noDatabase() {
        return new SchemaNotReadableException(
                "The connection has no database, so there is no schema to read.",
                "Name the database in the JDBC URL: jdbc:mysql://host/database.");
    }

    /**
     * A query failed.
     *
     * @param cause what the driver threw
     * @return the error
     */
    public static SchemaNotReadableException because(Exception cause) {
        return new SchemaNotReadableException(
                "The schema of the database could not be read: " + cause.getMessage() + " Nothing was changed.",
                "Remove the cause and run again; the user needs some privilege on each object that is to be seen.",
                cause);
    }
}
