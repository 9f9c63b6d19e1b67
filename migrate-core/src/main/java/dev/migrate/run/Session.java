package dev.migrate.run;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection for the whole of a run, given back as it came.
 *
 * <p>Until {@link #begin} it is only read from, and costs nothing beyond its queries. Not thread-safe.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private @Nullable Settings settingsBefore;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes a connection.
     *
     * @param dataSource where it comes from
     * @return the session, to be closed by the caller
     * @throws ConnectionFailedException if there is none to be had
     */
    public static Session open(DataSource dataSource) {
        try {
            return new Session(dataSource.getConnection());
        } catch (SQLException e) {
            SqlFailure failure = SqlFailure.of(e);
            throw new ConnectionFailedException(
                    "Cannot connect to the database: " + failure.text() + ".", remedyFor(failure), e);
        } catch (RuntimeException e) {
            // Connector/J on an URL that it cannot decode, a pool that was closed, a DataSource with a bug.
            throw new ConnectionFailedException(
                    "Cannot connect to the database: the DataSource threw " + e + ".", "Check the JDBC URL.", e);
        }
    }

    /**
     * Asks the server who it is and whom it takes us for, with one query.
     *
     * @return its answer
     * @throws ConnectionFailedException if the connection cannot be used
     */
    public ServerIdentity identify() {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT VERSION(), DATABASE(), CURRENT_USER()")) {
            result.next();
            return new ServerIdentity(result.getString(1), result.getString(2), result.getString(3));
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /**
     * Makes the session ready to change the database: statements mean what the dialect wrote, and those that a
     * transaction can hold are committed together.
     *
     * @param dialect whose statements will run
     * @throws ConnectionFailedException if the connection cannot be used
     */
    public void begin(Dialect dialect) {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
            result.next();
            settingsBefore = new Settings(
                    "SET SESSION sql_mode = " + dialect.quoteText(result.getString(1)), connection.getAutoCommit());
            statement.execute("SET SESSION sql_mode = " + dialect.quoteText(dialect.sqlMode()));
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Gives the connection back. What goes wrong now cannot be the cause of anything, and is only logged. */
    @Override
    public void close() {
        try (connection) {
            if (settingsBefore != null) {
                settingsBefore.restore(connection);
            }
        } catch (SQLException e) {
            LOG.debug("The connection could not be given back as it came.", e);
        }
    }

    private static MigrateException unusable(SQLException e) {
        SqlFailure failure = SqlFailure.of(e);
        return new ConnectionFailedException(
                "The connection to the database cannot be used: " + failure.text() + ". Nothing was changed.",
                remedyFor(failure),
                e);
    }

    private static String remedyFor(SqlFailure failure) {
        return switch (failure.code()) {
            case SqlFailure.ACCESS_DENIED -> "Check the user and the password.";
            case SqlFailure.ACCESS_DENIED_TO_DATABASE ->
                "Check the name of the database, and grant the user its privileges on it.";
            case SqlFailure.UNKNOWN_DATABASE ->
                "Check the name of the database, or create it: CREATE DATABASE ... CHARACTER SET utf8mb4.";
            default -> "Check that the server runs, and its host and port in the JDBC URL.";
        };
    }

    private record Settings(String sqlModeStatement, boolean isAutoCommit) {
        void restore(Connection connection) throws SQLException {
            connection.setAutoCommit(isAutoCommit);
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute(sqlModeStatement);
            }
        }
    }
}
