package dev.migrate.test;

import dev.migrate.test.DatabaseCopy.FilledTable;
import dev.migrate.test.Definitions.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Removes the rows that a test has written to a copy of a database. Immutable.
 *
 * @param contents the contents of the original
 * @param initial the state of the copy before the first test
 */
record RowReset(DatabaseCopy contents, State initial) {

    /** Triggers can write to further tables while rows are deleted. */
    private static final int MAX_PASSES = 3;

    private static final String RESTORE = "SET foreign_key_checks = 1, sql_mode = DEFAULT";

    /**
     * What a test can change.
     *
     * @param tables the names of all tables and views
     * @param checksums the checksums of the tables that the migrations have filled
     */
    record State(List<String> tables, List<List<@Nullable String>> checksums) {}

    static RowReset of(DatabaseCopy contents, DataSource copy) throws SQLException {
        try (Connection connection = copy.getConnection()) {
            return new RowReset(contents, new State(tables(connection), checksums(connection, contents.filled())));
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return Sql.column(connection, "SHOW TABLES");
    }

    private static List<List<@Nullable String>> checksums(Connection connection, List<FilledTable> filled)
            throws SQLException {
        return filled.isEmpty()
                ? List.of()
                : Sql.rows(
                                connection,
                                "CHECKSUM TABLE "
                                        + Sql.quoted(filled.stream()
                                                .map(FilledTable::name)
                                                .toList()))
                        .stream()
                        .map(row -> row.subList(1, 2))
                        .toList();
    }

    /**
     * Resets the rows of the current database.
     *
     * @param connection a connection, whose settings are restored
     * @param counters whether the {@code AUTO_INCREMENT} counters are reset as well
     * @return false if the database cannot be used again
     */
    boolean apply(Connection connection, boolean counters) throws SQLException {
        try {
            return canReset() && initial.tables().equals(tables(connection)) && applyTo(connection, counters);
        } catch (SQLException e) {
            // For instance, a table was changed: a new copy replaces the database.
            Sql.execute(connection, "ROLLBACK", RESTORE);
            return false;
        }
    }

    /** Deleted rows of a system-versioned table remain in its history. */
    private boolean canReset() {
        return contents.definitions().all().stream()
                .noneMatch(definition -> definition.text().contains("WITH SYSTEM VERSIONING"));
    }

    private boolean applyTo(Connection connection, boolean counters) throws SQLException {
        boolean hasTriggers = !contents.definitions().names(Kind.TRIGGER).isEmpty();
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            boolean wasWritten = delete(connection);
            if (!wasWritten || !hasTriggers) {
                if (counters) {
                    resetCounters(connection);
                }
                return true;
            }
        }
        return false;
    }

    private boolean delete(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String table : DatabaseCopy.filled(connection, emptyTables())) {
            statements.add("DELETE FROM " + Sql.quoted(table));
        }
        List<List<@Nullable String>> checksums = checksums(connection, contents.filled());
        for (int i = 0; i < checksums.size(); i++) {
            if (!checksums.get(i).equals(initial.checksums().get(i))) {
                FilledTable table = contents.filled().get(i);
                statements.add("DELETE FROM " + Sql.quoted(table.name()));
                statements.add(table.copy(contents.original()));
            }
        }
        if (!statements.isEmpty()) {
            Sql.execute(connection, "SET foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'", "BEGIN");
            Sql.execute(connection, statements);
            Sql.execute(connection, "COMMIT", RESTORE);
        }
        return !statements.isEmpty();
    }

    private List<String> emptyTables() {
        List<String> filled = contents.filled().stream().map(FilledTable::name).toList();
        return contents.definitions().names(Kind.TABLE).stream()
                .filter(name -> !filled.contains(name))
                .toList();
    }

    private void resetCounters(Connection connection) throws SQLException {
        Map<String, String> wanted = counters(contents.definitions());
        String database = Sql.column(connection, "SELECT DATABASE()").get(0);
        Map<String, String> present = counters(Definitions.read(connection, database));
        for (String table : new TreeSet<>(Stream.concat(wanted.keySet().stream(), present.keySet().stream())
                .toList())) {
            String value = wanted.getOrDefault(table, "1");
            if (!value.equals(present.getOrDefault(table, "1"))) {
                Sql.execute(connection, "ALTER TABLE " + Sql.quoted(table) + " AUTO_INCREMENT = " + value);
            }
        }
    }

    private static Map<String, String> counters(Definitions definitions) {
        Map<String, String> counters = new HashMap<>();
        definitions
                .all()
                .forEach(definition -> definition.counter().ifPresent(value -> counters.put(definition.name(), value)));
        return counters;
    }
}
