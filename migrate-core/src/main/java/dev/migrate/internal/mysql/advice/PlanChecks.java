package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.session.MySqlSessionControl;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Searches the tables of a plan for rows that make one of its operations fail, or that it alters, as they are before the
 * plan. Each query has a time limit. Not thread-safe.
 */
final class PlanChecks {

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);

    private final Connection connection;
    private final ServerVersion server;
    private final OriginalTables originals;
    private final Duration timeLimit;
    private final Map<String, CurrentTable> tables = new HashMap<>();
    /** By the present name in lower case: the name before the plan, or empty for a table that the plan creates. */
    private final Map<String, Optional<String>> names = new HashMap<>();
    /** By the name of a table before the plan: the indexes that the plan has dropped so far, in lower case. */
    private final Map<String, Set<String>> droppedIndexes = new HashMap<>();
    /** The statements of the plan that may have changed rows, in lower case. */
    private final StringBuilder changes = new StringBuilder();

    /**
     * Creates the checks.
     *
     * @param connection a connection to the database of the plan
     * @param server the server
     * @param originals the tables of the database
     * @param timeLimit the time limit of each query
     */
    PlanChecks(Connection connection, ServerVersion server, OriginalTables originals, Duration timeLimit) {
        this.connection = connection;
        this.server = server;
        this.originals = originals;
        this.timeLimit = timeLimit;
    }

    /** Returns the findings of each operation, in order. */
    List<List<DataFinding>> find(List<RenderedOperation> operations) throws SQLException {
        MySqlSessionControl control = new MySqlSessionControl(connection);
        control.prepare(IDLE_TIMEOUT);
        try {
            List<List<DataFinding>> findings = new ArrayList<>();
            for (RenderedOperation rendered : operations) {
                findings.add(find(rendered.operation()));
                follow(rendered.operation());
            }
            return findings;
        } finally {
            control.restore();
        }
    }

    private List<DataFinding> find(Operation operation) throws SQLException {
        List<TableChange> changes = changesOf(operation);
        Optional<String> name =
                changes.isEmpty() ? Optional.empty() : original(changes.get(0).table());
        if (name.isEmpty()) {
            return List.of();
        }
        CurrentTable table = table(name.get());
        List<DataCheck> checks = new ArrayList<>();
        for (TableChange change : changes) {
            checks.addAll(
                    change.accept(new ChangeChecks(table, originals.tables().keySet(), server)));
        }
        if (!MySqlVersions.isMariaDb(server)) {
            // MariaDB rejects a statement that would shorten a unique key.
            checks.addAll(ShortenedKeys.of(connection, table.name(), changes, droppedIndexes(table.name())));
        }
        List<DataFinding> findings = new ArrayList<>();
        for (DataCheck check : checks) {
            run(check, table).ifPresent(findings::add);
        }
        changes.forEach(change -> droppedIndexes(table.name()).addAll(ShortenedKeys.dropped(change)));
        return findings;
    }

    private Set<String> droppedIndexes(String table) {
        return droppedIndexes.computeIfAbsent(table, name -> new HashSet<>());
    }

    private static List<TableChange> changesOf(Operation operation) {
        if (operation instanceof AlterTable alter) {
            return alter.changes();
        }
        return operation instanceof TableChange change ? List.of(change) : List.of();
    }

    private Optional<String> original(String table) {
        String key = OriginalTables.key(table);
        return names.getOrDefault(key, originals.find(table).map(size -> size.table()));
    }

    private CurrentTable table(String name) throws SQLException {
        CurrentTable table = tables.get(name);
        if (table == null) {
            table = CurrentTable.read(connection, name);
            tables.put(name, table);
        }
        return table;
    }

    /** Follows the names of tables, and remembers what may have changed rows. */
    private void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            names.put(OriginalTables.key(create.table().name()), Optional.empty());
        } else if (operation instanceof RenameTable rename) {
            names.put(OriginalTables.key(rename.to()), original(rename.from()));
            names.put(OriginalTables.key(rename.from()), Optional.empty());
        } else if (operation instanceof ExecuteSql sql) {
            changes.append(OriginalTables.key(sql.sql())).append('\n');
        } else if (operation instanceof ExecuteScript script) {
            changes.append(OriginalTables.key(script.text())).append('\n');
        } else if (operation instanceof InsertRows insert) {
            changes.append(OriginalTables.key(insert.table())).append('\n');
        } else if (operation instanceof RunCode) {
            originals.tables().keySet().forEach(name -> changes.append(name).append('\n'));
        }
    }

    /** Returns empty if there are no such rows. */
    private Optional<DataFinding> run(DataCheck check, CurrentTable table) {
        try {
            Long count = Long.valueOf(String.valueOf(first(check.counting())));
            return count == 0
                    ? Optional.empty()
                    : Optional.of(finding(
                            check, table, check.description(), count, first(check.example(table.primaryKey()))));
        } catch (SQLException e) {
            DatabaseError error = MySqlErrorClassifier.INSTANCE.classify(e);
            String why = error.isInterruption() ? "" : " The query failed: " + error.text() + ".";
            return Optional.of(finding(check, table, check.description() + why, null, null));
        }
    }

    private DataFinding finding(
            DataCheck check, CurrentTable table, String description, @Nullable Long count, @Nullable String example) {
        boolean mayBeResolved = changes.indexOf(OriginalTables.key(table.name())) >= 0;
        return new DataFinding(
                check.kind(), description, check.isFatal(), count, example, check.listing(), mayBeResolved);
    }

    /** The first row of a query as text, or null if it has none. */
    private @Nullable String first(String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // The drivers do not expect a result from executeQuery with SET STATEMENT.
            statement.execute(limited(query));
            try (ResultSet row = statement.getResultSet()) {
                if (!row.next()) {
                    return null;
                }
                StringJoiner values = new StringJoiner(", ");
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                return values.toString();
            }
        }
    }

    /** The server itself ends the query. */
    private String limited(String query) {
        return MySqlVersions.isMariaDb(server)
                ? "SET STATEMENT max_statement_time = " + timeLimit.toMillis() / 1_000.0 + " FOR " + query
                : query.replaceFirst("SELECT", "SELECT /*+ MAX_EXECUTION_TIME(" + timeLimit.toMillis() + ") */");
    }
}
