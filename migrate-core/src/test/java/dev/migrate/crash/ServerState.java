package dev.migrate.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The contents of a database without the journal, as far as they must not depend on faults.
 *
 * @param definitions the definitions of tables, views, triggers, routines and events, by kind and name
 * @param rows the rows of each table, sorted
 */
record ServerState(Map<String, String> definitions, Map<String, List<String>> rows) {

    /** Rolled back rows have used AUTO_INCREMENT values all the same. */
    private static final String NEXT_NUMBER = " AUTO_INCREMENT=\\d+";

    /** Copies the maps. */
    ServerState {
        definitions = new TreeMap<>(definitions);
        rows = new TreeMap<>(rows);
    }

    static ServerState read(Connection connection) throws SQLException {
        ServerState state = new ServerState(Map.of(), Map.of());
        for (List<String> table : query(connection, "SHOW FULL TABLES")) {
            String name = table.get(0);
            boolean isView = table.get(1).equals("VIEW");
            if (isView) {
                state.define(connection, "VIEW", name, "Create View");
            } else if (!name.endsWith("_journal")) {
                state.define(connection, "TABLE", name, "Create Table");
                List<String> rows = new ArrayList<>();
                query(connection, "SELECT * FROM `" + name + "`").forEach(row -> rows.add(row.toString()));
                rows.sort(null);
                state.rows.put(name, rows);
            }
        }
        for (List<String> trigger : query(connection, "SHOW TRIGGERS")) {
            state.define(connection, "TRIGGER", trigger.get(0), "SQL Original Statement");
        }
        for (List<String> routine : query(
                connection,
                "SELECT ROUTINE_TYPE, ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()")) {
            boolean isProcedure = routine.get(0).equals("PROCEDURE");
            state.define(
                    connection, routine.get(0), routine.get(1), isProcedure ? "Create Procedure" : "Create Function");
        }
        for (List<String> event : query(
                connection,
                "SELECT EVENT_NAME, STATUS, INTERVAL_VALUE, EVENT_DEFINITION FROM information_schema.EVENTS"
                        + " WHERE EVENT_SCHEMA = DATABASE()")) {
            state.definitions.put("EVENT " + event.get(0), event.toString());
        }
        return state;
    }

    /** Describes the differences of another state. */
    List<String> differences(ServerState other) {
        List<String> differences = new ArrayList<>();
        compare("", definitions, other.definitions, differences);
        compare("rows of ", rows, other.rows, differences);
        return differences;
    }

    private static <T> void compare(
            String what, Map<String, T> expected, Map<String, T> found, List<String> differences) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            T wanted = expected.get(name);
            T there = found.get(name);
            if (wanted == null || !wanted.equals(there)) {
                differences.add(what + name + ": expected " + wanted + " but found " + there);
            }
        }
    }

    private void define(Connection connection, String kind, String name, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW CREATE " + kind + " `" + name + "`")) {
            result.next();
            definitions.put(kind + " " + name, result.getString(column).replaceAll(NEXT_NUMBER, ""));
        }
    }

    static List<List<String>> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
