package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.JournalRow;
import dev.migrate.provider.MigrationLock;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The version table, which is Alembic's, and the journal in MySQL and MariaDB. */
public final class MySqlHistoryStore implements HistoryStore {

    private final String versionTable;
    private final JournalTable journal;

    /**
     * Returns the store with a version table.
     *
     * @param versionTable the name, of letters, digits and underscores
     */
    public MySqlHistoryStore(String versionTable) {
        this.versionTable = versionTable;
        this.journal = JournalTable.of(versionTable);
    }

    @Override
    public String versionTable() {
        return versionTable;
    }

    @Override
    public String journalTable() {
        return journal.name();
    }

    @Override
    public DatabaseState state(Connection connection) throws SQLException {
        String lastStep = "WHERE step = (SELECT MAX(step) FROM `" + journal.name() + "`)";
        try (Statement statement = connection.createStatement()) {
            DatabaseState state = state(
                    statement,
                    "SELECT version_num, step, statement, state, hash FROM `" + versionTable + "`, `" + journal.name()
                            + "` " + lastStep + " AND statement = 0");
            if (!state.heads().isEmpty()) {
                return state;
            }
            // No revision is applied, or the journal is empty or damaged. This query takes a third longer. Ids and
            // states are in separate columns, because the server would not mix their collations.
            return state(
                    statement,
                    "SELECT version_num, NULL AS step, 0 AS statement, NULL AS state, NULL AS hash FROM `"
                            + versionTable + "` UNION ALL (SELECT NULL, step, statement, state, hash FROM `"
                            + journal.name() + "` " + lastStep + " ORDER BY statement LIMIT 1)");
        } catch (SQLException e) {
            if (!MySqlErrorClassifier.isTableMissing(e)) {
                throw e;
            }
        }
        Optional<List<String>> heads = readHeads(connection);
        if (heads.isPresent()) {
            return new DatabaseState(heads.get(), true, false, 0, false);
        }
        List<JournalStep> steps = journal.steps(connection, JournalPage.newestFirst(1));
        if (steps.isEmpty()) {
            return new DatabaseState(List.of(), false, false, 0, false);
        }
        JournalStep last = steps.get(0);
        return new DatabaseState(List.of(), false, true, last.number(), last.isInterrupted());
    }

    /** Reads heads and the last step, in common rows or in separate ones. */
    private DatabaseState state(Statement statement, String sql) throws SQLException {
        List<String> ids = new ArrayList<>();
        long lastStep = 0;
        String lastHash = null;
        boolean isInterrupted = false;
        try (ResultSet result = statement.executeQuery(sql + JournalTable.ALL_ROWS)) {
            JournalColumns step = new JournalColumns(result, journal.name());
            while (result.next()) {
                String id = result.getString(1);
                if (id != null) {
                    ids.add(id);
                }
                if (step.textOrNull("step") != null) {
                    step.requireStep();
                    lastStep = step.number("step");
                    lastHash = step.text("hash");
                    isInterrupted = step.constant(EntryState.class, "state").isInterrupted();
                }
            }
        }
        return new DatabaseState(ids, true, true, lastStep, lastHash, isInterrupted);
    }

    @Override
    public List<String> heads(Connection connection) throws SQLException {
        return readHeads(connection).orElse(List.of());
    }

    /** Empty if the table does not exist. */
    private Optional<List<String>> readHeads(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT version_num FROM `" + versionTable + "`" + JournalTable.ALL_ROWS)) {
            List<String> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(result.getString(1));
            }
            return Optional.of(ids);
        } catch (SQLException e) {
            if (MySqlErrorClassifier.isTableMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<JournalStep> steps(Connection connection, JournalPage page) throws SQLException {
        return journal.steps(connection, page);
    }

    @Override
    public Optional<JournalStep> step(Connection connection, long number) throws SQLException {
        return journal.step(connection, number).stream().findFirst();
    }

    @Override
    public List<JournalStep> interruptedSteps(Connection connection) throws SQLException {
        return journal.interrupted(connection);
    }

    @Override
    public List<JournalStep> repeatables(Connection connection) throws SQLException {
        return journal.repeatables(connection);
    }

    @Override
    public List<RevisionNode> recordedRevisions(Connection connection) throws SQLException {
        return journal.revisions(connection);
    }

    @Override
    public List<RevisionNode> appliedRevisions(Connection connection) throws SQLException {
        return journal.applied(connection);
    }

    @Override
    public Map<ObjectKind, Set<String>> createdObjects(Connection connection) throws SQLException {
        return journal.createdObjects(connection);
    }

    @Override
    public void createVersionTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(versionTableSql());
        }
    }

    @Override
    public void createJournal(Connection connection) throws SQLException {
        journal.create(connection);
    }

    @Override
    public int apply(Connection connection, RowChange change) throws SQLException {
        // A prepared statement would cost the driver more than everything else here.
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql(change));
        }
    }

    @Override
    public void write(Connection connection, List<JournalRow> rows, MigrationLock lock) throws SQLException {
        journal.write(connection, rows, (NamedLock) lock);
    }

    @Override
    public void deleteIntents(Connection connection, long step, int from, MigrationLock lock) throws SQLException {
        journal.deleteIntents(connection, step, from, (NamedLock) lock);
    }

    @Override
    public void markAborted(Connection connection, long step, String note, MigrationLock lock) throws SQLException {
        journal.markAborted(connection, step, note, (NamedLock) lock);
    }

    /** Ids are compared by bytes, because two of them may differ only in case. */
    @Override
    public String versionTableSql() {
        return "CREATE TABLE IF NOT EXISTS `" + versionTable + "` (\n"
                + "  version_num VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,\n"
                + "  CONSTRAINT `alembic_version_pkc` PRIMARY KEY (version_num)\n"
                + ") ENGINE=InnoDB";
    }

    @Override
    public String sql(RowChange change) {
        return change.accept(new RowChange.Visitor<String>() {
            @Override
            public String insert(RowChange.Insert insert) {
                return "INSERT INTO `" + versionTable + "` (version_num) VALUES (" + Quoting.text(insert.id()) + ")";
            }

            @Override
            public String delete(RowChange.Delete delete) {
                return "DELETE FROM `" + versionTable + "` WHERE version_num = " + Quoting.text(delete.id());
            }

            @Override
            public String update(RowChange.Update update) {
                return "UPDATE `" + versionTable + "` SET version_num = " + Quoting.text(update.to())
                        + " WHERE version_num = " + Quoting.text(update.from());
            }
        });
    }
}
