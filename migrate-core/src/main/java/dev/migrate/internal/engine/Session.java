package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;
    private @Nullable SessionSettings settings;
    private @Nullable SqlRenderer renderer;

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
            ServerError failure = ServerError.of(e);
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.NOT_CONNECTED,
                    "Cannot connect to the database: " + failure.text() + ".",
                    remedyFor(failure),
                    e);
        } catch (RuntimeException e) {
            // Connector/J on an URL that it cannot decode, a pool that was closed, a DataSource with a bug.
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.NOT_CONNECTED,
                    "Cannot connect to the database: the DataSource threw " + e + ".",
                    "Check the JDBC URL.",
                    e);
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
                ResultSet result =
                        statement.executeQuery("SELECT VERSION(), DATABASE(), CURRENT_USER(), CONNECTION_ID()")) {
            result.next();
            return new ServerIdentity(result.getString(1), result.getString(2), result.getString(3), result.getLong(4));
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /**
     * Asks the server whether it takes changes, with one query.
     *
     * @return true if it is read-only, so that no run begins
     * @throws ConnectionFailedException if the connection cannot be used
     */
    public boolean isReadOnly() {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + SessionSettings.READ_ONLY)) {
            result.next();
            return SessionSettings.isOn(result.getString(1)) || SessionSettings.isOn(result.getString(2));
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /**
     * Asks the server what the user may do, with one query.
     *
     * @return the privileges
     * @throws ConnectionFailedException if the connection cannot be used
     */
    public Grants grants() {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW GRANTS")) {
            List<String> lines = new ArrayList<>();
            while (result.next()) {
                lines.add(result.getString(1));
            }
            return new Grants(lines);
        } catch (SQLException e) {
            if (ServerError.of(e).isWithoutGrants()) {
                return Grants.ALL;
            }
            throw unusable(e);
        }
    }

    /**
     * Asks what an {@linkplain PlannedStatement.Unfinished interrupted} statement has to know.
     *
     * @param question the question
     * @return the answer; none where what is asked for does not exist, or may not be seen
     */
    public Optional<String> answer(String question) {
        try {
            return Optional.of(ask(question));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    String ask(String question) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(2);
        }
    }

    /**
     * Makes the session ready to change the database: statements mean what the dialect wrote, those that a transaction
     * can hold are committed together, and nobody waits for a runner that has vanished.
     *
     * @param renderer whose statements will run
     * @param idleTimeout after how long without a command the server ends the session, in whole seconds
     * @throws ConnectionFailedException if the connection cannot be used, or not for this
     */
    public void begin(SqlRenderer renderer, Duration idleTimeout) {
        try {
            this.renderer = renderer;
            settings = SessionSettings.read(connection, renderer, idleTimeout);
            settings.change(connection, renderer);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Lets a step find the session as the first one did, whatever the one before has set. */
    void renew() throws SQLException {
        if (settings != null && renderer != null) {
            settings.renew(connection, renderer);
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * Runs a statement that belongs to no migration, of which nothing is recorded.
     *
     * @param statement the statement
     * @throws SQLException if it fails
     */
    public void execute(PlannedStatement.Sql statement) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            // The driver would take {d ...} and {fn ...} outside of quotes for its own escapes.
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.text());
        }
    }

    /** Lets the connection be idle for as long as it could be before {@link #begin}: code of a migration may compute. */
    void allowPauses() throws SQLException {
        if (settings != null) {
            settings.allowPauses(connection);
        }
    }

    void forbidPauses() throws SQLException {
        if (settings != null) {
            settings.forbidPauses(connection);
        }
    }

    /**
     * Tells whether the connection is gone, so that what the server made of the last statement is unknown.
     *
     * @return true if it does not answer any more
     */
    public boolean isLost() {
        try {
            return connection.isClosed() || !connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return true;
        }
    }

    /** Gives the connection back. What goes wrong now cannot be the cause of anything, and is only logged. */
    @Override
    public void close() {
        try (connection) {
            if (settings != null) {
                settings.restore(connection);
            }
        } catch (SQLException e) {
            LOG.debug("The connection could not be given back as it came.", e);
        }
    }

    private static MigrateException unusable(SQLException e) {
        ServerError failure = ServerError.of(e);
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.UNUSABLE,
                "The connection to the database cannot be used: " + failure.text() + ". Nothing was changed.",
                remedyFor(failure),
                e);
    }

    private static String remedyFor(ServerError failure) {
        return switch (failure.code()) {
            case ServerError.ACCESS_DENIED -> "Check the user and the password.";
            case ServerError.ACCESS_DENIED_TO_DATABASE ->
                "Check the name of the database, and grant the user its privileges on it.";
            case ServerError.UNKNOWN_DATABASE ->
                "Check the name of the database, or create it: CREATE DATABASE ... CHARACTER SET utf8mb4.";
            default -> "Check that the server runs, and its host and port in the JDBC URL.";
        };
    }
}
