package dev.migrate.crash;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The database of a crash test, which is recreated after each failure. */
final class CrashDatabase implements AutoCloseable {

    /** The table that records how often something was executed, and that no migration creates. */
    private static final String CHANGE_LOG = "CREATE TABLE change_log (what VARCHAR(40) NOT NULL) ENGINE=InnoDB";

    /** The history of {@link CrashHistory} as SQL files, except for what only Java can do. */
    private static final String SQL_HISTORY = "dev.migrate.crash.history";

    private static final int SECONDS_TO_ANSWER = 5;

    private final CrashServer server;
    private final String name;
    private final CrashOptions options;
    private @Nullable Connection connection;

    CrashDatabase(CrashServer server, String name) {
        this(server, name, CrashOptions.DEFAULT);
    }

    /** A database that does not exist yet. */
    CrashDatabase(CrashServer server, String name, CrashOptions options) {
        this.server = server;
        this.name = name;
        this.options = options;
    }

    CrashOptions options() {
        return options;
    }

    CrashServer server() {
        return server;
    }

    String name() {
        return name;
    }

    /** A connection for inspection. It is replaced after a crash of the server. */
    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null || !open.isValid(SECONDS_TO_ANSWER)) {
            open = server.connect(name);
            connection = open;
        }
        return open;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    /** Recreates it in the state before the first migration. */
    void recreate() throws SQLException {
        try (Connection apart = server.connect("");
                Statement statement = apart.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }
        close();
        connection = null;
        execute(CHANGE_LOG);
    }

    /**
     * Deletes the records of earlier runs.
     *
     * @param isFirstRun whether the version table does not exist either
     */
    void forget(boolean isFirstRun) throws SQLException {
        execute("DELETE FROM change_log");
        if (isFirstRun) {
            execute("DROP TABLE IF EXISTS alembic_version, alembic_version_journal");
        } else {
            execute("DELETE FROM alembic_version_journal");
        }
    }

    /** A migrator that connects through a port. */
    Migrator migrator(int port) {
        return migrator(port, name, server.knowsChecks(), options);
    }

    static Migrator migrator(int port, String name, boolean knowsChecks, CrashOptions options) {
        MigratorBuilder builder = Migrator.builder()
                .dataSource(CrashServer.dataSource(port, name))
                .gtidTokens(options.isWithTokens());
        return options.isInSql()
                ? builder.scan(SQL_HISTORY).build()
                : builder.migrations(CrashHistory.of(knowsChecks)).build();
    }

    /** A migrator without faults. */
    Migrator migrator() {
        return migrator(server.port());
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
