package dev.migrate.internal.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param rows what the version table holds
 * @param isJournalPresent whether there is a journal
 * @param lastStep the number of the last step in the journal, or 0
 * @param isInterrupted whether that step has not come to its end
 */
public record DatabaseState(VersionRows rows, boolean isJournalPresent, long lastStep, boolean isInterrupted) {

    /**
     * Asks the database, with one query where both tables are there.
     *
     * @param session the session to read in
     * @param versions the version table
     * @param journal the journal
     * @return where it stands
     * @throws dev.migrate.error.MigrateException if a table cannot be read
     */
    public static DatabaseState read(Session session, VersionTable versions, Journal journal) {
        // Ids and states in columns of their own: the server would not mix their collations.
        String sql = "SELECT version_num, NULL AS step, NULL AS state FROM `" + versions.name()
                + "` UNION ALL (SELECT NULL, step, state FROM `" + journal.name()
                + "` WHERE statement = 0 ORDER BY step DESC LIMIT 1)";
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return of(result);
        } catch (SQLException e) {
            if (!ServerError.of(e).isMissingTable()) {
                throw versions.notReadable(e);
            }
        }
        // One of them is missing, or both.
        VersionRows rows = versions.read(session);
        List<dev.migrate.journal.JournalStep> steps = rows.isTablePresent() ? List.of() : journal.read(session);
        return steps.isEmpty()
                ? new DatabaseState(rows, false, 0, false)
                : new DatabaseState(
                        rows,
                        true,
                        steps.get(steps.size() - 1).number(),
                        steps.get(steps.size() - 1).isInterrupted());
    }

    private static DatabaseState of(ResultSet result) throws SQLException {
        List<String> ids = new ArrayList<>();
        long lastStep = 0;
        boolean isInterrupted = false;
        while (result.next()) {
            String id = result.getString(1);
            if (id == null) {
                lastStep = result.getLong(2);
                String state = result.getString(3);
                isInterrupted = "STARTED".equals(state) || "FAILED".equals(state);
            } else {
                ids.add(id);
            }
        }
        return new DatabaseState(new VersionRows(true, ids), true, lastStep, isInterrupted);
    }
}
