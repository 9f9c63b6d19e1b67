package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.SchemaException;
import dev.migrate.internal.mysql.canonical.ServerFacts;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlModes;
import dev.migrate.provider.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session whose settings do not affect what the catalog returns: standard quotes, all columns. Closing it restores
 * the settings of the connection.
 */
public final class IntrospectionSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntrospectionSession.class);

    private static final String SETTINGS = """
        SELECT VERSION(), DATABASE(), @@SESSION.sql_mode, @@SESSION.sql_quote_show_create,
          @@SESSION.default_storage_engine, @@SESSION.collation_database, @@SESSION.character_set_results
        """;

    /**
     * Names in back quotes and all attributes of tables, and no mode that rejects a definition that an earlier mode has
     * allowed.
     */
    private static final String READING_MODE = "NO_ENGINE_SUBSTITUTION,ALLOW_INVALID_DATES";

    private final Statement statement;
    private final ServerFacts facts;
    private final String sqlMode;
    private final String restore;

    private IntrospectionSession(Statement statement, ServerFacts facts, String sqlMode, String restore) {
        this.statement = statement;
        this.facts = facts;
        this.sqlMode = sqlMode;
        this.restore = restore;
    }

    /** Reads the version and changes the settings. */
    public static IntrospectionSession open(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.setEscapeProcessing(false);
            return open(statement);
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static IntrospectionSession open(Statement statement) throws SQLException {
        ServerVersion server;
        String database;
        String sqlMode;
        String before;
        String engine;
        String collation;
        try (ResultSet result = statement.executeQuery(SETTINGS)) {
            result.next();
            String version = result.getString(1);
            server = MySqlVersions.parse(version)
                    .orElseThrow(() -> new SQLException(
                            "The version that the server reports is not recognized: " + version + "."));
            database = result.getString(2);
            sqlMode = SqlModes.ofHandwritten(result.getString(3));
            before = "SET SESSION sql_mode = " + Quoting.text(result.getString(3))
                    + ", SESSION sql_quote_show_create = " + result.getInt(4)
                    + ", SESSION character_set_results = " + Quoting.textOrNull(result.getString(7));
            engine = result.getString(5);
            collation = result.getString(6);
        }
        if (database == null) {
            throw new SchemaException(
                    SchemaException.Reason.DATABASE_NOT_READABLE,
                    "The connection has no default database, so there is no schema to read.",
                    "Name the database in the JDBC URL: jdbc:mysql://host/database.",
                    null);
        }
        // MySQL shows binary defaults as bytes, which a conversion would replace with question marks.
        String now = "SET SESSION sql_mode = " + Quoting.text(READING_MODE)
                + ", SESSION sql_quote_show_create = 1, SESSION character_set_results = NULL";
        // A key that the server generated has to be dropped before a table can get one of its own.
        if (Capability.GENERATED_PRIMARY_KEY.isIn(server)) {
            String setting = "show_gipk_in_create_table_and_information_schema";
            before += ", SESSION " + setting + " = " + value(statement, "@@SESSION." + setting);
            now += ", SESSION " + setting + " = 1";
        }
        ServerFacts facts = new ServerFacts(server, database, engine, collation, Map.of());
        statement.execute(now);
        IntrospectionSession session = new IntrospectionSession(statement, facts, sqlMode, before);
        try {
            return session.withCollations();
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private IntrospectionSession withCollations() throws SQLException {
        Map<String, String> collations = new HashMap<>();
        each(CatalogQueries.defaultCollations(), row -> collations.put(row.text(1), row.text(2)));
        ServerVersion server = facts.server();
        if (Capability.UTF8MB4_COLLATION_VARIABLE.isIn(server)) {
            collations.put("utf8mb4", value(statement, "@@SESSION.default_collation_for_utf8mb4"));
        } else if (Capability.CHARACTER_SET_COLLATIONS_VARIABLE.isIn(server)) {
            overrule(collations, value(statement, "@@SESSION.character_set_collations"));
        }
        return new IntrospectionSession(statement, facts.withDefaultCollations(collations), sqlMode, restore);
    }

    /** Parses settings such as {@code utf8mb4=uca1400_ai_ci,latin1=latin1_bin}. */
    private static void overrule(Map<String, String> collations, String settings) {
        for (String setting : settings.split(",", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                String charset = setting.substring(0, equals);
                String collation = setting.substring(equals + 1);
                collations.put(charset, collation.startsWith(charset) ? collation : charset + "_" + collation);
            }
        }
    }

    private static String value(Statement statement, String variable) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT " + variable)) {
            result.next();
            return result.getString(1);
        }
    }

    static SchemaException notReadable(SQLException failure) {
        return SchemaException.databaseNotReadable(
                MySqlErrorClassifier.INSTANCE.classify(failure).text(), failure);
    }

    public ServerFacts facts() {
        return facts;
    }

    public String name(String name) {
        return Quoting.name(name);
    }

    public String text(String text) {
        return Quoting.text(text);
    }

    /** The mode that a stored object has if a migration creates it without a context. */
    public String sqlMode() {
        return sqlMode;
    }

    public void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /** Passes each row of a query to a reader. */
    public void each(String query, RowReader reader) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            Row row = new Row(result);
            while (result.next()) {
                reader.read(row);
            }
        }
    }

    /** Returns the values of a query with one row. */
    public List<byte @Nullable []> row(String query, int columns) throws SQLException {
        List<byte @Nullable []> values = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            if (result.next()) {
                for (int i = 1; i <= columns; i++) {
                    values.add(result.getBytes(i));
                }
            }
        }
        return values;
    }

    /** Restores the settings. A failure is only logged, so that it cannot hide an earlier one. */
    @Override
    public void close() {
        try (statement) {
            statement.execute(restore);
        } catch (SQLException e) {
            LOG.debug("The settings of the connection could not be restored.", e);
        }
    }

    /** The action for a row. */
    public interface RowReader {
        void read(Row row) throws SQLException;
    }

    /** The current row of a query. */
    public record Row(ResultSet result) {
        /** Returns a value that is never NULL. */
        String text(int column) throws SQLException {
            String text = result.getString(column);
            if (text == null) {
                throw new SQLException("information_schema has NULL in column " + column + ", which never has it.");
            }
            return text;
        }

        @Nullable
        String optional(int column) throws SQLException {
            return result.getString(column);
        }

        int number(int column) throws SQLException {
            return result.getInt(column);
        }

        @Nullable
        Long longNumber(int column) throws SQLException {
            long number = result.getLong(column);
            return result.wasNull() ? null : number;
        }

        boolean isYes(int column) throws SQLException {
            return "YES".equals(result.getString(column));
        }
    }
}
