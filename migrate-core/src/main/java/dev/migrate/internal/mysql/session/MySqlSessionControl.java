package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.SessionControl;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of a connection to MySQL or MariaDB. */
public final class MySqlSessionControl implements SessionControl {

    private final Connection connection;
    private @Nullable SessionSettings settings;
    private @Nullable SessionVariables remembered;
    /** Whether the session has the mode of rendered statements. */
    private boolean isRendered;
    /** Whether a statement may have changed the mode. */
    private boolean isModeChanged;

    /** Controls the session of a connection; sends nothing. */
    public MySqlSessionControl(Connection connection) {
        this.connection = connection;
    }

    @Override
    public ServerIdentity identify() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT VERSION(), DATABASE(), CURRENT_USER(), CONNECTION_ID()")) {
            result.next();
            return new ServerIdentity(result.getString(1), result.getString(2), result.getString(3), result.getLong(4));
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + SessionSettings.READ_ONLY)) {
            result.next();
            return SessionSettings.isOn(result.getString(1)) || SessionSettings.isOn(result.getString(2));
        }
    }

    @Override
    public boolean isMultiPrimary() throws SQLException {
        return Cluster.isMultiPrimary(connection);
    }

    @Override
    public List<String> missingPrivileges(String database) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW GRANTS")) {
            List<String> lines = new ArrayList<>();
            while (result.next()) {
                lines.add(result.getString(1));
            }
            return new Grants(lines).missingOn(database);
        } catch (SQLException e) {
            if (MySqlErrorClassifier.isWithoutGrantTables(e)) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public Optional<String> missingGrant(SQLException failure, String sql) throws SQLException {
        ServerIdentity session = identify();
        MissingGrant grant = new MissingGrant(session.user(), session.database());
        return MySqlErrorClassifier.missingGrant(failure, sql, grant);
    }

    @Override
    public void prepare(Duration idleTimeout) throws SQLException {
        settings = SessionSettings.read(connection, idleTimeout);
        settings.apply(connection);
    }

    @Override
    public Instant now() {
        return prepared().clock().now();
    }

    @Override
    public void remember() throws SQLException {
        if (remembered == null) {
            remembered = SessionVariables.read(connection);
        }
    }

    @Override
    public void adapt(SessionUse use) throws SQLException {
        SessionSettings prepared = prepared();
        boolean isHandwritten = use.has(Trait.HANDWRITTEN);
        if (!isModeChanged && isRendered == isHandwritten) {
            prepared.useMode(connection, !isHandwritten);
            isRendered = !isHandwritten;
        }
        isModeChanged |= use.has(Trait.CHANGES_SETTINGS) || use.has(Trait.ASSIGNS_ANYTHING);
    }

    @Override
    public void explicitDefaults(boolean isExplicit) throws SQLException {
        if (!prepared().isExplicitDefaults()) {
            // Measured on MySQL 5.7.22: the setting cannot be changed in a transaction (error 1766).
            connection.commit();
            SessionSettings.useExplicitDefaults(connection, isExplicit);
        }
    }

    @Override
    public void reset() throws SQLException {
        if (settings != null) {
            settings.reset(connection);
            resetRemembered();
            isRendered = false;
            isModeChanged = false;
        }
    }

    private SessionSettings prepared() {
        if (settings == null) {
            throw new IllegalStateException("The session is not prepared.");
        }
        return settings;
    }

    private void resetRemembered() throws SQLException {
        if (remembered != null) {
            remembered.restore(connection);
        }
    }

    @Override
    public CodeScope enterCode() throws SQLException {
        SessionSettings prepared = prepared();
        prepared.suspendIdleTimeout(connection);
        return () -> prepared.leaveCode(connection);
    }

    @Override
    public void restore() throws SQLException {
        if (settings != null) {
            try (Statement statement = connection.createStatement()) {
                // Turning on autocommit would commit what an unexpected failure has left.
                statement.execute("ROLLBACK");
            }
            resetRemembered();
            settings.restore(connection);
        }
    }

    @Override
    public boolean createDatabase(String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + Quoting.name(name) + " CHARACTER SET utf8mb4");
            // The server warns if the database already exists.
            return statement.getWarnings() == null;
        }
    }
}
