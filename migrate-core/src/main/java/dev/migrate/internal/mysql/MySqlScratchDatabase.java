package dev.migrate.internal.mysql;

import dev.migrate.error.SchemaException;
import dev.migrate.internal.JdbcProxy;
import dev.migrate.internal.mysql.script.StatementReach;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.session.MySqlSessionControl;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.provider.CopiedRows;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scratch database. Its name begins with {@value ScratchName#PREFIX}, so that a user can be allowed to create only such
 * databases. A session that uses it holds a lock, so that the databases left by a killed process can be recognized.
 */
final class MySqlScratchDatabase implements ScratchDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(MySqlScratchDatabase.class);

    private final DataSource server;
    private final String name;
    private final String original;
    private final ScratchEvents events;
    private final SqlSyntax syntax;
    private @Nullable Set<String> objects;
    private boolean isUnlogged;

    private MySqlScratchDatabase(DataSource server, String name, String original, SqlSyntax syntax) {
        this.server = server;
        this.name = name;
        this.original = original;
        this.events = new ScratchEvents(syntax);
        this.syntax = syntax;
    }

    static ScratchDatabase create(DataSource original) {
        try (Connection connection = original.getConnection();
                Statement statement = connection.createStatement()) {
            Instant now = now(statement);
            AbandonedScratchDatabases.drop(statement, now);
            String name = ScratchName.at(now).text();
            statement.execute("CREATE DATABASE " + name + encoding(statement));
            return new MySqlScratchDatabase(original, name, String.valueOf(selected(connection)), syntax(connection));
        } catch (SQLException e) {
            throw new SchemaException(
                    SchemaException.Reason.SCRATCH_DATABASE_NOT_CREATED,
                    "The scratch database could not be created: "
                            + MySqlErrorClassifier.INSTANCE.classify(e).text() + ".",
                    "Allow the user to create and drop such databases: GRANT ALL ON `migrate\\_scratch\\_%`.* TO ...",
                    e);
        }
    }

    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT UNIX_TIMESTAMP()")) {
            result.next();
            return Instant.ofEpochSecond(result.getLong(1));
        }
    }

    private static String encoding(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT @@character_set_database, @@collation_database")) {
            result.next();
            return " CHARACTER SET " + result.getString(1) + " COLLATE " + result.getString(2);
        }
    }

    private static SqlSyntax syntax(Connection connection) throws SQLException {
        boolean isMariaDb = MySqlVersions.parse(connection.getMetaData().getDatabaseProductVersion())
                .map(MySqlVersions::isMariaDb)
                .orElse(false);
        return new SqlSyntax(false, true, isMariaDb);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns connections of the other database, which use this database until they are closed. */
    @Override
    public DataSource dataSource() {
        return JdbcProxy.of(DataSource.class, server, (method, original) -> {
            Object result = original.proceed();
            return result instanceof Connection connection ? moved(connection) : result;
        });
    }

    private Connection moved(Connection connection) throws SQLException {
        @Nullable String home;
        try {
            home = selected(connection);
            select(connection, name);
            execute(connection, AbandonedScratchDatabases.lock(name));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        boolean isLogTurnedOff = isUnlogged && turnOffLog(connection);
        return JdbcProxy.of(Connection.class, connection, (method, original) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                if (isLogTurnedOff) {
                    turnOnLog(connection);
                }
                leave(connection, home);
            }
            Object result = original.proceed(events::disabled);
            return method.getName().equals("createStatement") && result instanceof Statement statement
                    ? JdbcProxy.of(Statement.class, statement, (called, call) -> call.proceed(events::disabled))
                    : result;
        });
    }

    private void leave(Connection connection, @Nullable String home) throws SQLException {
        execute(connection, AbandonedScratchDatabases.unlock(name));
        if (home != null) {
            select(connection, home);
        }
    }

    /** Turns off the binary log for a session, unless it is off already. */
    private static boolean turnOffLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT @@session.sql_log_bin")) {
                row.next();
                if (row.getInt(1) == 0) {
                    return false;
                }
            }
            statement.execute("SET SESSION sql_log_bin = 0");
            return true;
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    /** A session that could not be restored must not be used again: its writes would be missing on the replicas. */
    private static void turnOnLog(Connection connection) throws SQLException {
        try {
            // The setting cannot be changed in a transaction.
            execute(connection, "ROLLBACK");
            execute(connection, "SET SESSION sql_log_bin = 1");
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Selects a database, and asks the server whether it did: with {@code databaseTerm=SCHEMA}, the drivers ignore the
     * catalog without an error, and a script would run in the original database.
     */
    private static void select(Connection connection, String database) throws SQLException {
        connection.setCatalog(database);
        if (!database.equals(selected(connection))) {
            connection.setSchema(database);
        }
        if (!database.equals(selected(connection))) {
            throw new SQLException("The driver did not select the database " + database);
        }
    }

    private static @Nullable String selected(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT DATABASE()")) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public Schema specifiedIn(Schema schema) {
        return events.specifiedIn(schema);
    }

    @Override
    public Optional<String> reachOf(String sql) {
        Set<String> known = objects;
        if (known == null) {
            known = readObjects();
            objects = known;
        }
        return StatementReach.of(StatementTokens.of(sql, syntax), known);
    }

    /** The tables, views and routines of all databases that the user may see, as {@link StatementReach} expects them. */
    private Set<String> readObjects() {
        Set<String> found = new HashSet<>();
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            addKeys(
                    "SELECT table_schema, table_name FROM information_schema.tables"
                            + " WHERE table_schema <> 'information_schema'",
                    statement,
                    found);
            addKeys("SELECT routine_schema, routine_name FROM information_schema.routines", statement, found);
            return found;
        } catch (SQLException e) {
            throw SchemaException.databaseNotReadable(
                    MySqlErrorClassifier.INSTANCE.classify(e).text(), e);
        }
    }

    private static void addKeys(String query, Statement statement, Set<String> keys) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                keys.add(StatementReach.key(rows.getString(1), rows.getString(2)));
            }
        }
    }

    @Override
    public void turnOffReplication() {
        try {
            isUnlogged = mayTurnOffLog();
        } catch (SQLException e) {
            throw SchemaException.databaseNotReadable(
                    MySqlErrorClassifier.INSTANCE.classify(e).text(), e);
        }
    }

    @Override
    public CopiedRows copyRows(List<String> statements, int rows) {
        turnOffReplication();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return new RowSample(statement, original, syntax).copy(statements, rows);
        } catch (SQLException e) {
            throw new SchemaException(
                    SchemaException.Reason.DATABASE_NOT_READABLE,
                    "The rows could not be copied: "
                            + MySqlErrorClassifier.INSTANCE.classify(e).text() + ".",
                    "Remove the cause, or rehearse without rows.",
                    e);
        }
    }

    /**
     * Whether the user may turn off the binary log. In a cluster, it also carries the statements to the other members, which
     * must have the same rows.
     */
    private boolean mayTurnOffLog() throws SQLException {
        try (Connection connection = server.getConnection()) {
            if (new MySqlSessionControl(connection).isMultiPrimary()) {
                return false;
            }
            try (Statement statement = connection.createStatement()) {
                // It sets the present value, for which the same privilege is required.
                statement.execute("SET SESSION sql_log_bin = @@session.sql_log_bin");
                return true;
            } catch (SQLException e) {
                if (MySqlErrorClassifier.INSTANCE.classify(e).isPrivilegeMissing()) {
                    return false;
                }
                throw e;
            }
        }
    }

    @Override
    public void close() {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
        } catch (SQLException e) {
            LOG.warn("The scratch database {} could not be dropped; drop it manually.", name, e);
        }
    }
}
