package dev.migrate.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The definitions of all objects of a database, as {@code SHOW CREATE} prints them. */
public final class ShownDefinitions {

    /** A kind of objects. */
    private enum Kind {
        TABLE("tables", "table_schema", "table_name", "table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')", 2),
        SEQUENCE("tables", "table_schema", "table_name", "table_type = 'SEQUENCE'", 2),
        VIEW("tables", "table_schema", "table_name", "table_type LIKE '%VIEW'", 2),
        FUNCTION("routines", "routine_schema", "routine_name", "routine_type = 'FUNCTION'", 3),
        PROCEDURE("routines", "routine_schema", "routine_name", "routine_type = 'PROCEDURE'", 3),
        TRIGGER("triggers", "trigger_schema", "trigger_name", "TRUE", 3),
        EVENT("events", "event_schema", "event_name", "TRUE", 4);

        private final String query;
        private final int column;

        Kind(String catalog, String schema, String name, String condition, int column) {
            query = "SELECT " + name + " FROM information_schema." + catalog + " WHERE " + schema + " = '%s' AND ("
                    + condition + ")";
            this.column = column;
        }
    }

    private ShownDefinitions() {}

    /**
     * Reads all definitions, without the tables of the migrations.
     *
     * @param connection a connection to any database of the server
     * @param database the name of the database; it does not occur in the definitions
     * @return the definitions by kind and name; those of programs with their {@code sql_mode}
     */
    public static Map<String, String> of(Connection connection, String database) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Kind kind : Kind.values()) {
                for (String name : names(statement, kind, database)) {
                    if (!name.startsWith("alembic_version")) {
                        definitions.put(kind + " " + name, shown(statement, kind, database, name));
                    }
                }
            }
        }
        return definitions;
    }

    private static List<String> names(Statement statement, Kind kind, String database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(kind.query.replace("%s", database))) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static String shown(Statement statement, Kind kind, String database, String name) throws SQLException {
        String sql = "SHOW CREATE " + kind + " `" + database + "`.`" + name.replace("`", "``") + "`";
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            String mode = kind.column > 2 ? "sql_mode " + result.getString(2) + "\n" : "";
            return (mode + result.getString(kind.column)).replace("`" + database + "`.", "");
        }
    }

    /** The same with sorted lines in each definition: a changed table keeps the order of its keys. */
    public static Map<String, String> sorted(Map<String, String> definitions) {
        Map<String, String> sorted = new TreeMap<>();
        definitions.forEach((name, definition) -> sorted.put(
                name,
                definition
                        .lines()
                        .map(line -> line.replaceAll(",$", ""))
                        .sorted()
                        .collect(Collectors.joining("\n"))));
        return sorted;
    }

    /** The names of definitions that differ, each with the first lines that only one of them has. */
    public static List<String> differences(Map<String, String> actual, Map<String, String> expected) {
        List<String> differences = new ArrayList<>();
        expected.forEach((name, definition) -> {
            String other = actual.getOrDefault(name, "");
            if (!definition.equals(other)) {
                differences.add(name + " (" + firstMissing(definition, other) + " instead of "
                        + firstMissing(other, definition) + ")");
            }
        });
        actual.keySet().stream().filter(name -> !expected.containsKey(name)).forEach(differences::add);
        return differences;
    }

    private static String firstMissing(String definition, String expected) {
        List<String> lines = definition.lines().toList();
        return expected.lines()
                .filter(line -> !lines.contains(line))
                .findFirst()
                .map(String::strip)
                .orElse("nothing");
    }
}
