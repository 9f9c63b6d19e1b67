package dev.migrate.test;

import dev.migrate.test.Definitions.Definition;
import dev.migrate.test.Definitions.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a database, and how they are copied into an empty one on the same server: by the server's own
 * definitions, without checks of foreign keys, and its rows by {@code INSERT … SELECT}. Immutable.
 *
 * @param original the name of the database; it must exist while copies are made
 * @param definitions its objects
 * @param filled the tables with rows
 */
record DatabaseCopy(String original, Definitions definitions, List<FilledTable> filled) {

    private static final int TABLES_PER_QUERY = 100;

    /** The settings of a session in which any definition and any row can be repeated. */
    private static final List<String> SETTINGS =
            List.of("SET foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");

    private static final List<String> DEFAULTS =
            List.of("SET foreign_key_checks = 1, unique_checks = 1, sql_mode = DEFAULT");

    private static final List<String> SESSION_DEFAULTS = List.of(
            "SET time_zone = DEFAULT, character_set_client = utf8mb4, collation_connection = utf8mb4_general_ci");

    /**
     * A table with rows.
     *
     * @param name its name
     * @param columns the columns that can be written
     */
    record FilledTable(String name, List<String> columns) {

        String copy(String original) {
            return "INSERT INTO " + Sql.quoted(name) + " (" + Sql.quoted(columns) + ") SELECT " + Sql.quoted(columns)
                    + " FROM " + Sql.quoted(original) + "." + Sql.quoted(name);
        }
    }

    /** Reads a database, except for one of its tables. */
    static DatabaseCopy read(DataSource source, String database, String except) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.execute(connection, "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO', sql_quote_show_create = 1");
            Definitions definitions = Definitions.read(connection, database).without(except);
            List<FilledTable> filled = new ArrayList<>();
            for (String table : filled(connection, definitions.names(Kind.TABLE))) {
                filled.add(new FilledTable(table, columns(connection, database, table)));
            }
            return new DatabaseCopy(database, definitions, filled);
        }
    }

    /** Returns those of some tables in the current database that have rows, with few queries. */
    static List<String> filled(Connection connection, List<String> tables) throws SQLException {
        List<String> filled = new ArrayList<>();
        for (String query : queriesForRows(tables)) {
            filled.addAll(Sql.column(connection, query));
        }
        return filled;
    }

    /** Returns queries for the names of those tables that have rows. */
    static List<String> queriesForRows(List<String> tables) {
        List<String> queries = new ArrayList<>();
        for (int start = 0; start < tables.size(); start += TABLES_PER_QUERY) {
            queries.add(tables.subList(start, Math.min(start + TABLES_PER_QUERY, tables.size())).stream()
                    .map(table -> "(SELECT " + Sql.literal(table) + " FROM " + Sql.quoted(table) + " LIMIT 1)")
                    .collect(Collectors.joining(" UNION ALL ")));
        }
        return queries;
    }

    private static List<String> columns(Connection connection, String database, String table) throws SQLException {
        return Sql.column(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = " + Sql.literal(database)
                        + " AND table_name = " + Sql.literal(table)
                        + " AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position");
    }

    /** Copies the contents into an empty database. */
    void into(DataSource empty) throws SQLException {
        try (Connection connection = empty.getConnection()) {
            Sql.execute(connection, SETTINGS);
            for (Kind kind : List.of(Kind.SEQUENCE, Kind.TABLE)) {
                Sql.execute(connection, texts(kind));
            }
            Sql.execute(
                    connection,
                    filled.stream().map(table -> table.copy(original)).toList());
            for (Kind kind : List.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.VIEW, Kind.TRIGGER, Kind.EVENT)) {
                create(connection, definitions(kind));
            }
            Sql.execute(connection, DEFAULTS);
        }
    }

    private List<Definition> definitions(Kind kind) {
        return definitions.all().stream()
                .filter(definition -> definition.kind() == kind)
                .toList();
    }

    private List<String> texts(Kind kind) {
        return definitions(kind).stream()
                .map(definition -> CopiedTable.statement(definition.text()))
                .toList();
    }

    /** Creates objects that may need each other: one that cannot be created yet is tried again after the others. */
    private static void create(Connection connection, List<Definition> definitions) throws SQLException {
        Deque<Definition> rest = new ArrayDeque<>(definitions);
        @Nullable SQLException failure = null;
        for (int failures = 0; !rest.isEmpty(); ) {
            Definition next = rest.remove();
            try {
                Sql.execute(connection, "SET " + String.join(", ", next.settings()), next.text());
                failures = 0;
            } catch (SQLException e) {
                failure = e;
                rest.add(next);
                failures++;
            }
            if (failure != null && failures > rest.size()) {
                throw failure;
            }
        }
        if (!definitions.isEmpty()) {
            Sql.execute(connection, SESSION_DEFAULTS);
            Sql.execute(connection, SETTINGS);
        }
    }
}
