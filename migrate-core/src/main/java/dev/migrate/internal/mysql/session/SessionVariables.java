package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values of all variables of a session at one moment. Immutable.
 *
 * @param values the values by name, as the server shows them; those of global variables are among them
 */
record SessionVariables(Map<String, String> values) {

    /** These change by themselves, or show something other than the value that was set. */
    private static final Set<String> VOLATILE = Set.of(
            "error_count",
            "gtid_executed",
            "identity",
            "insert_id",
            "last_insert_id",
            "rand_seed1",
            "rand_seed2",
            "statement_id",
            "timestamp",
            "warning_count");

    /** The clock shows the time in any case, so the values do not show whether it was stopped. */
    private static final String START_CLOCK = "SET timestamp = DEFAULT";

    /** The variable is global only, read-only, or read-only in a session. */
    private static final Set<Integer> NOT_OF_SESSION = Set.of(1229, 1238, 1621);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Reads the variables, with one query. */
    static SessionVariables read(Connection connection) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW SESSION VARIABLES")) {
            while (result.next()) {
                String name = result.getString(1);
                String value = result.getString(2);
                if (!VOLATILE.contains(name) && value != null) {
                    values.put(name, value);
                }
            }
        }
        return new SessionVariables(values);
    }

    /** Sets every variable of the session that has another value now. */
    void restore(Connection connection) throws SQLException {
        Map<String, String> now = read(connection).values();
        try (Statement statement = connection.createStatement()) {
            statement.execute(START_CLOCK);
            for (Map.Entry<String, String> value : values.entrySet()) {
                if (!value.getValue().equals(now.get(value.getKey()))) {
                    set(statement, value.getKey(), value.getValue());
                }
            }
        }
    }

    private static void set(Statement statement, String name, String value) throws SQLException {
        String sql = NUMBER.matcher(value).matches() ? value : Quoting.text(value);
        try {
            statement.execute("SET SESSION " + name + " = " + sql);
        } catch (SQLException e) {
            if (!NOT_OF_SESSION.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
