package dev.migrate.test;

import dev.migrate.provider.ServerDefinitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of all objects of a database, as {@code SHOW CREATE} prints them. Immutable.
 *
 * @param texts the definitions by kind and name
 */
record Definitions(Map<String, Definition> texts) {

    private static final String JOURNAL = "_journal";
    private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=(\\d+)");

    /** The kinds of objects, in the order in which they can be created. */
    enum Kind {
        SEQUENCE("tables", "table_schema", "table_name", "table_type = 'SEQUENCE'", 1),
        TABLE("tables", "table_schema", "table_name", "table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')", 1),
        FUNCTION("routines", "routine_schema", "routine_name", "routine_type = 'FUNCTION'", 2),
        PROCEDURE("routines", "routine_schema", "routine_name", "routine_type = 'PROCEDURE'", 2),
        VIEW("tables", "table_schema", "table_name", "table_type LIKE '%VIEW'", 1),
        TRIGGER("triggers", "trigger_schema", "trigger_name", "TRUE", 2),
        EVENT("events", "event_schema", "event_name", "TRUE", 3);

        private final String catalog;
        private final String schema;
        private final String name;
        private final String condition;
        private final int column;

        Kind(String catalog, String schema, String name, String condition, int column) {
            this.catalog = catalog;
            this.schema = schema;
            this.name = name;
            this.condition = condition;
            this.column = column;
        }

        private String query(String database) {
            return "SELECT " + name + " FROM information_schema." + catalog + " WHERE " + schema + " = "
                    + Sql.literal(database) + " AND (" + condition + ") ORDER BY 1";
        }
    }

    /**
     * The definition of an object.
     *
     * @param kind the kind of the object
     * @param name its name
     * @param text the statement that creates it
     * @param settings the session in which it was created, as assignments; empty if it does not matter
     */
    record Definition(Kind kind, String name, String text, List<String> settings) {

        private Definition withoutCounter() {
            return new Definition(kind, name, COUNTER.matcher(text).replaceAll(""), settings);
        }

        private boolean isVersionTable(String table) {
            return kind == Kind.TABLE && name.equals(table) && text.contains("`version_num` varchar(");
        }

        /** The {@code AUTO_INCREMENT} counter, unless it has its initial value. */
        Optional<String> counter() {
            Matcher counter = COUNTER.matcher(text);
            return counter.find() ? Optional.of(counter.group(1)) : Optional.empty();
        }

        private String title() {
            return kind.name().toLowerCase(Locale.ROOT) + " " + name;
        }

        private String complete() {
            return String.join("\n", settings) + (settings.isEmpty() ? "" : "\n") + text;
        }
    }

    /** Reads all definitions. The name of the database does not occur in them. */
    static Definitions read(Connection connection, String database) throws SQLException {
        Map<String, Definition> texts = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            for (String name : Sql.column(connection, kind.query(database))) {
                texts.put(kind + " " + name, read(connection, database, kind, name));
            }
        }
        return new Definitions(texts);
    }

    private static Definition read(Connection connection, String database, Kind kind, String name) throws SQLException {
        List<@Nullable String> row = Sql.rows(
                        connection, "SHOW CREATE " + kind + " " + Sql.quoted(database) + "." + Sql.quoted(name))
                .get(0);
        String text = Objects.requireNonNullElse(row.get(kind.column), "").replace("`" + database + "`.", "");
        return new Definition(kind, name, text, settings(kind, row));
    }

    private static List<String> settings(Kind kind, List<@Nullable String> row) {
        List<String> settings = new ArrayList<>();
        if (kind.column > 1) {
            settings.add("sql_mode = " + Sql.literal(Objects.requireNonNullElse(row.get(1), "")));
        }
        if (kind == Kind.EVENT) {
            settings.add("time_zone = " + Sql.literal(Objects.requireNonNullElse(row.get(2), "SYSTEM")));
        }
        if (kind.column > 1 || kind == Kind.VIEW) {
            int first = kind == Kind.VIEW ? 2 : kind.column + 1;
            settings.add("character_set_client = " + row.get(first));
            settings.add("collation_connection = " + row.get(first + 1));
        }
        return settings;
    }

    List<Definition> all() {
        return List.copyOf(texts.values());
    }

    List<String> names(Kind kind) {
        return all().stream()
                .filter(definition -> definition.kind() == kind)
                .map(Definition::name)
                .toList();
    }

    /** The same without a table. */
    Definitions without(String table) {
        Map<String, Definition> rest = new TreeMap<>(texts);
        rest.remove(Kind.TABLE + " " + table);
        return new Definitions(rest);
    }

    /** The same without the version table and its journal. */
    Definitions withoutHistory() {
        Definitions rest = this;
        for (String table : names(Kind.TABLE)) {
            boolean isVersionTable = texts.containsKey(Kind.TABLE + " " + table + JOURNAL)
                    && all().stream().anyMatch(definition -> definition.isVersionTable(table));
            rest = isVersionTable ? rest.without(table).without(table + JOURNAL) : rest;
        }
        return rest;
    }

    /** The same without the {@code AUTO_INCREMENT} counters, which belong to the rows. */
    Definitions withoutCounters() {
        Map<String, Definition> rest = new TreeMap<>(texts);
        rest.replaceAll((key, definition) -> definition.withoutCounter());
        return new Definitions(rest);
    }

    /**
     * Describes what differs.
     *
     * @param expected the other definitions
     * @return a text for each object: its name, and the lines that only one of the two has
     */
    List<String> differencesFrom(Definitions expected) {
        return shown().differencesFrom(expected.shown());
    }

    private ServerDefinitions shown() {
        SortedMap<String, String> shown = new TreeMap<>();
        all().forEach(definition -> shown.put(definition.title(), definition.complete()));
        return new ServerDefinitions(shown);
    }
}
