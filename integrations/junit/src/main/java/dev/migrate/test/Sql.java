package dev.migrate.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executes statements without parameters on a connection. Stateless. */
final class Sql {

    private Sql() {}

    static void execute(Connection connection, Collection<String> statements) throws SQLException {
        try (Statement statement = statement(connection)) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        execute(connection, List.of(statements));
    }

    /** Executes a query and returns its rows, with the values as text. */
    static List<List<@Nullable String>> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = statement(connection);
                ResultSet result = statement.executeQuery(sql)) {
            return rows(result);
        }
    }

    static List<List<@Nullable String>> rows(ResultSet result) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(result.getString(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns the first column of a query without its NULL values. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).stream()
                .map(row -> row.get(0))
                .filter(value -> value != null)
                .toList();
    }

    /** Returns whether a function of the server returns 1. */
    static boolean isOne(Connection connection, String expression) throws SQLException {
        return column(connection, "SELECT " + expression).equals(List.of("1"));
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    /** Definitions contain braces, which drivers would take for JDBC escapes. */
    static Statement statement(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }
}
