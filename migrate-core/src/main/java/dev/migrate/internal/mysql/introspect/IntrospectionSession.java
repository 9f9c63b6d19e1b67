package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.SchemaNotReadableException;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
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
 * A connection whose settings do not change what the server answers: known quotes, no hidden columns left in. It gives
 * the connection back with the settings with which it came.
 */
final class IntrospectionSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntrospectionSession.class);

    private static final String SETTINGS = """
        SELECT VERSION(), DATABASE(), @@SESSION.sql_mode, @@SESSION.sql_quote_show_create,
          @@SESSION.default_storage_engine, @@SESSION.collation_database
        """;

    private final Statement statement;
    private final SqlRenderer renderer;
    private final ServerFacts facts;
    private final String restore;

    private IntrospectionSession(Statement statement, SqlRenderer renderer, ServerFacts facts, String restore) {
        this.statement = statement;
        this.renderer = renderer;
        this.facts = facts;
        this.restore = restore;
    }

    /** Asks who the server is, and fixes the settings. */
    static IntrospectionSession open(Connection connection) throws SQLException {
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
        String version;
        String database;
        String before;
        String engine;
        String collation;
        SqlRenderer renderer;
        try (ResultSet result = statement.executeQuery(SETTINGS)) {
            result.next();
            version = result.getString(1);
            database = result.getString(2);
            renderer = DatabaseProviders.renderer(version);
            before = "SET SESSION sql_mode = " + renderer.quoteText(result.getString(3))
                    + ", SESSION sql_quote_show_create = " + result.getInt(4);
            engine = result.getString(5);
            collation = result.getString(6);
        }
        if (database == null) {
            throw SchemaNotReadableException.noDatabase();
        }
        String now = "SET SESSION sql_mode = " + renderer.quoteText(renderer.sqlMode())
                + ", SESSION sql_quote_show_create = 1";
        if (hidesGeneratedKeys(renderer.server())) {
            String setting = "show_gipk_in_create_table_and_information_schema";
            before += ", SESSION " + setting + " = " + value(statement, "@@SESSION." + setting);
            now += ", SESSION " + setting + " = 0";
        }
        ServerFacts facts = new ServerFacts(renderer.server(), database, engine, collation, Map.of());
        statement.execute(now);
        IntrospectionSession session = new IntrospectionSession(statement, renderer, facts, before);
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
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 11)) {
            collations.put("utf8mb4", value(statement, "@@SESSION.default_collation_for_utf8mb4"));
        } else if (server.isAtLeast(MySqlVersions.MARIADB, 11, 2, 1)) {
            overrule(collations, value(statement, "@@SESSION.character_set_collations"));
        }
        return new IntrospectionSession(statement, renderer, facts.withDefaultCollations(collations), restore);
    }

    /** For instance {@code utf8mb4=uca1400_ai_ci,latin1=latin1_bin}. */
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

    /** The primary key that {@code sql_generate_invisible_primary_key} adds is nobody's declaration. */
    private static boolean hidesGeneratedKeys(ServerVersion server) {
        return server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 30);
    }

    private static String value(Statement statement, String variable) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT " + variable)) {
            result.next();
            return result.getString(1);
        }
    }

    ServerFacts facts() {
        return facts;
    }

    String name(String name) {
        return renderer.quote(name);
    }

    String text(String text) {
        return renderer.quoteText(text);
    }

    /** The mode that statements of ours are written for. */
    String sqlMode() {
        return renderer.sqlMode();
    }

    void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /** Hands over each row of a query. */
    void each(String query, RowReader reader) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            Row row = new Row(result);
            while (result.next()) {
                reader.read(row);
            }
        }
    }

    /** The values of a query with one row. */
    List<byte @Nullable []> row(String query, int columns) throws SQLException {
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

    /** What goes wrong now cannot be the cause of anything, and is only logged. */
    @Override
    public void close() {
        try (statement) {
            statement.execute(restore);
        } catch (SQLException e) {
            LOG.debug("The connection could not be given back as it came.", e);
        }
    }

    /** What to do with a row. */
    interface RowReader {
        void read(Row row) throws SQLException;
    }

    /** The row at which a query stands. */
    record Row(ResultSet result) {
        /** A value that is never NULL. */
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
