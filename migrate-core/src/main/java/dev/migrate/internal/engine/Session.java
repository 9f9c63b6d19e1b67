package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SessionControl;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection for a whole run, with the provider for its server. It is closed with its original settings. Before
 * {@link #prepare}, it only executes the requested queries. Not thread-safe.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int VALIDATION_SECONDS = 5;

    private final Connection connection;
    private final DatabaseProvider provider;
    private final SessionControl control;
    /** The version of the server, once it was needed. */
    private @Nullable ServerVersion version;

    private Session(Connection connection, DatabaseProvider provider) {
        this.connection = connection;
        this.provider = provider;
        this.control = provider.sessionControl(connection);
    }

    /**
     * Takes a connection, and finds the provider for its server.
     *
     * @throws ConnectionFailedException if no connection is available
     */
    public static Session open(DataSource dataSource, ProviderLookup providers) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            DatabaseError error = DatabaseProviders.classify(e);
            throw new ConnectionFailedException(
                    error.kind() == Kind.SERVER_UNREACHABLE
                            ? ConnectionFailedException.Reason.SERVER_UNREACHABLE
                            : ConnectionFailedException.Reason.NOT_CONNECTED,
                    "Cannot connect to the database" + ConnectionTarget.of(dataSource) + ": " + error.text() + ".",
                    remedy(error),
                    e);
        } catch (RuntimeException e) {
            // Connector/J with a URL that it cannot decode, a closed pool, a defect of the DataSource.
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.NOT_CONNECTED,
                    "Cannot connect to the database" + ConnectionTarget.of(dataSource) + ": the DataSource threw " + e
                            + ".",
                    "Check the JDBC URL.",
                    e);
        }
        try {
            return new Session(connection, providers.forConnection(connection));
        } catch (SQLException e) {
            MigrateException failure = unusable(DatabaseProviders.classify(e), e);
            close(connection, failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            close(connection, e);
            throw e;
        }
    }

    private static void close(Connection connection, Throwable failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Identifies the server and the session, with one query. */
    public ServerIdentity identify() {
        return query(control::identify);
    }

    /** Returns the version of the identified server. */
    ServerVersion version(ServerIdentity server) {
        return DatabaseProviders.serverVersion(provider, server.version());
    }

    /** Returns the renderer for the identified server. */
    SqlRenderer renderer(ServerIdentity server) {
        return provider.renderer(version(server));
    }

    /** Returns whether the server rejects writes, with one query. */
    boolean isReadOnly() {
        return query(control::isReadOnly);
    }

    /** Returns whether other servers of a cluster accept writes at the same time. */
    boolean isMultiPrimary() {
        return query(control::isMultiPrimary);
    }

    /** Returns the privileges that migrations require and the user lacks, with one query. */
    List<String> missingPrivileges(String database) {
        return query(() -> control.missingPrivileges(database));
    }

    /** Applies the settings of a run; see {@link SessionControl#prepare}. */
    public void prepare(Duration idleTimeout) {
        query(() -> {
            control.prepare(idleTimeout);
            return true;
        });
    }

    /** Returns the answer to the query of a {@linkplain PlannedStatement.DeferredSql deferred} statement. */
    Optional<String> answer(String query) {
        try {
            return Optional.of(ask(query));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    String ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(2);
        }
    }

    /** Returns the forms of a statement that are within limits; see {@link dev.migrate.provider.DdlAdvisor#forms}. */
    List<String> limited(String sql, DdlLimits limits) throws SQLException {
        if (version == null) {
            version = version(control.identify());
        }
        return provider.ddlAdvisor().forms(connection, version, sql, limits);
    }

    /** Executes a statement that belongs to no migration and is not recorded. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The driver would interpret {d ...} and {fn ...} outside of quotes as its own escapes.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    DatabaseProvider provider() {
        return provider;
    }

    SessionControl control() {
        return control;
    }

    DatabaseError classify(SQLException failure) {
        return provider.errorClassifier().classify(failure);
    }

    /** Returns the statement that grants the privilege for a rejected statement, if a privilege is missing. */
    Optional<String> missingGrant(Throwable failure, String sql) {
        if (!(failure instanceof SQLException rejected) || !classify(rejected).isRejectedAccess()) {
            return Optional.empty();
        }
        try {
            return control.missingGrant(rejected, sql);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
    }

    /** Sends a command that does nothing, so that the server does not end the session. */
    void ping() {
        try {
            connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            LOG.debug("The connection could not be checked.", e);
        }
    }

    /** Returns whether the connection is lost, so that the outcome of the last statement is unknown. */
    boolean isLost() {
        try {
            return connection.isClosed() || !connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            return true;
        }
    }

    /**
     * Returns whether the session of a run is lost. A session without the lock is another one: a driver with failover
     * replaces it without closing the connection.
     */
    boolean isLost(MigrationLock lock) {
        try {
            return isLost() || !lock.isHeld();
        } catch (SQLException e) {
            return true;
        }
    }

    /**
     * Restores the settings and closes the connection. A failure can no longer affect the result and is only logged.
     */
    @Override
    public void close() {
        try (connection) {
            control.restore();
        } catch (SQLException e) {
            LOG.debug("The settings of the connection could not be restored.", e);
        }
    }

    private <T> T query(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw unusable(classify(e), e);
        }
    }

    /** Finds the provider for a connection; {@link DatabaseProviders#forConnection} needs no round trip. */
    @FunctionalInterface
    public interface ProviderLookup {

        /** Returns the provider. */
        DatabaseProvider forConnection(Connection connection) throws SQLException;
    }

    private interface Query<T> {
        T run() throws SQLException;
    }

    /** Returns the failure of a connection in which nothing was changed, to the migrated or to a scratch database. */
    static ConnectionFailedException unusable(SQLException e) {
        return unusable(DatabaseProviders.classify(e), e);
    }

    private static ConnectionFailedException unusable(DatabaseError error, SQLException e) {
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.UNUSABLE,
                "The connection to the database cannot be used: " + error.text() + ". Nothing was changed.",
                remedy(error),
                e);
    }

    private static String remedy(DatabaseError error) {
        if (error.remedy() != null) {
            return error.remedy();
        }
        return switch (error.kind()) {
            case LOGIN_REJECTED -> "Check the user and the password.";
            case DATABASE_ACCESS_DENIED -> "Check the name of the database, and grant the user its privileges on it.";
            case DATABASE_MISSING -> "Check the name of the database, or create it.";
            default -> "Check that the server is running, and the host and port in the JDBC URL.";
        };
    }
}
