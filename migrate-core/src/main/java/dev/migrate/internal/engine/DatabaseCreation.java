package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.provider.DatabaseProviders;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Creates a database that is missing. Stateless. */
public final class DatabaseCreation {

    private DatabaseCreation() {}

    /**
     * Tells whether all that a connection lacks is its database.
     *
     * @param failure why there is no connection
     * @return true if the server does not know the database
     */
    public static boolean isWanted(ConnectionFailedException failure) {
        return failure.getCause() instanceof SQLException sql
                && ServerError.of(sql).code() == ServerError.UNKNOWN_DATABASE;
    }

    /**
     * Creates a database with the character set {@code utf8mb4}.
     *
     * @param server gives connections to the server, which need not name a database
     * @param name the name of the database
     * @return false if somebody else has created it meanwhile
     * @throws ConnectionFailedException if there is no usable connection, or the server rejects the statement
     */
    public static boolean create(DataSource server, String name) {
        try (Session session = Session.open(server)) {
            String quoted =
                    DatabaseProviders.renderer(session.identify().version()).quote(name);
            try (Statement statement = session.connection().createStatement()) {
                statement.execute("CREATE DATABASE IF NOT EXISTS " + quoted + " CHARACTER SET utf8mb4");
                // The server warns that it is there already.
                return statement.getWarnings() == null;
            } catch (SQLException e) {
                throw new ConnectionFailedException(
                        ConnectionFailedException.Reason.DATABASE_NOT_CREATED,
                        "The database " + name + " does not exist and could not be created: "
                                + ServerError.of(e).text() + ".",
                        "Grant the user the CREATE privilege on it, or create it: CREATE DATABASE ... CHARACTER SET"
                                + " utf8mb4.",
                        e);
            }
        }
    }
}
