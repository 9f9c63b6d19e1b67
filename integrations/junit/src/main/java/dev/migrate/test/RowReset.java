package dev.migrate.test;

import dev.migrate.test.DatabaseCopy.FilledTable;
import dev.migrate.test.Definitions.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes the rows that a test has written to a copy of a database. Immutable.
 *
 * <p>A table that the migrations have left empty was written to if it has a row, any other one if its checksum is another
 * one. Each round trip to the server takes longer than the statements in it, so there are two: one for all queries, and one
 * for all changes.
 *
 * @param contents the contents of the original
 * @param database the name of the copy
 * @param initial the state of the copy before the first test
 */
record RowReset(DatabaseCopy contents, String database, State initial) {

    /** Triggers can write to further tables while rows are deleted. */
    private static final int MAX_PASSES = 3;

    /** Switches a transaction on. MySQL 8 would show counters that are a day old, and other servers skip the comment. */
    private static final String PREPARE =
            "SET foreign_key_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO', autocommit = 0"
                    + " /*!80000 , information_schema_stats_expiry = 0 */";

    /** Commits. */
    private static final String RESTORE = "SET autocommit = 1, foreign_key_checks = 1, sql_mode = DEFAULT"
            + " /*!80000 , information_schema_stats_expiry = DEFAULT */";

    private static final String COUNTERS =
            "SELECT table_name, auto_increment FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND auto_increment > 1";

    /**
     * What a test can change.
     *
     * @param tables the names of all tables and views
     * @param written the tables that have rows, although they had none after the migrations
     * @param checksums the checksums of the tables that the migrations have filled
     */
    record State(List<String> tables, List<String> written, List<String> checksums) {}

    /** Reads the state of a copy that no test has used. */
    static RowReset of(DatabaseCopy contents, String database, Session session) throws SQLException {
        State unknown = new State(List.of(), List.of(), List.of());
        return new RowReset(contents, database, new RowReset(contents, database, unknown).state(session));
    }

    private State state(Session session) throws SQLException {
        List<String> filled = contents.filled().stream().map(FilledTable::name).toList();
        List<String> empty = contents.definitions().names(Kind.TABLE).stream()
                .filter(name -> !filled.contains(name))
                .toList();
        List<String> statements = new ArrayList<>(List.of("USE " + Sql.quoted(database), "SHOW TABLES"));
        statements.addAll(DatabaseCopy.queriesForRows(empty));
        int end = statements.size();
        if (!filled.isEmpty()) {
            statements.add("CHECKSUM TABLE " + Sql.quoted(filled));
        }
        List<List<List<@Nullable String>>> results = session.run(statements);
        return new State(
                values(results.subList(1, 2), 0),
                values(results.subList(2, end), 0),
                values(results.subList(end, results.size()), 1));
    }

    /** The values of a column in some results. */
    private static List<String> values(List<List<List<@Nullable String>>> results, int column) {
        return results.stream()
                .flatMap(List::stream)
                .map(row -> String.valueOf(row.get(column)))
                .toList();
    }

    /**
     * Resets the rows.
     *
     * @param session a session, whose settings are restored
     * @param counters whether the {@code AUTO_INCREMENT} counters are reset as well
     * @return false if the database cannot be used again
     */
    boolean apply(Session session, boolean counters) throws SQLException {
        try {
            return canReset() && applyTo(session, counters);
        } catch (SQLException e) {
            // For instance, a table was changed: a new copy replaces the database.
            Sql.execute(session.connection(), "ROLLBACK", RESTORE);
            return false;
        }
    }

    /** Deleted rows of a system-versioned table remain in its history. */
    private boolean canReset() {
        return contents.definitions().all().stream()
                .noneMatch(definition -> definition.text().contains("WITH SYSTEM VERSIONING"));
    }

    private boolean applyTo(Session session, boolean counters) throws SQLException {
        boolean hasTriggers = !contents.definitions().names(Kind.TRIGGER).isEmpty();
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            State state = state(session);
            if (!state.tables().equals(initial.tables())) {
                return false;
            }
            List<String> changes = changes(state);
            if (!changes.isEmpty()) {
                session.run(Stream.of(List.of(PREPARE), changes, List.of(RESTORE))
                        .flatMap(List::stream)
                        .toList());
            }
            if (changes.isEmpty() || !hasTriggers) {
                if (counters) {
                    resetCounters(session);
                }
                return true;
            }
        }
        return false;
    }

    private List<String> changes(State state) {
        List<String> changes = new ArrayList<>();
        for (String table : state.written()) {
            changes.add("DELETE FROM " + Sql.quoted(table));
        }
        for (int i = 0; i < contents.filled().size(); i++) {
            if (!state.checksums().get(i).equals(initial.checksums().get(i))) {
                FilledTable table = contents.filled().get(i);
                changes.add("DELETE FROM " + Sql.quoted(table.name()));
                changes.add(table.copy(contents.original()));
            }
        }
        return changes;
    }

    private void resetCounters(Session session) throws SQLException {
        Map<String, String> wanted = new HashMap<>();
        contents.definitions()
                .all()
                .forEach(definition -> definition.counter().ifPresent(value -> wanted.put(definition.name(), value)));
        Map<String, String> present = new HashMap<>();
        for (List<@Nullable String> row :
                session.run(List.of(PREPARE, COUNTERS, RESTORE)).get(1)) {
            present.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        }
        List<String> changes = new ArrayList<>();
        for (String table : new TreeSet<>(Stream.concat(wanted.keySet().stream(), present.keySet().stream())
                .toList())) {
            String value = wanted.getOrDefault(table, "1");
            if (!value.equals(present.getOrDefault(table, "1"))) {
                changes.add("ALTER TABLE " + Sql.quoted(table) + " AUTO_INCREMENT = " + value);
            }
        }
        if (!changes.isEmpty()) {
            session.run(changes);
        }
    }
}
