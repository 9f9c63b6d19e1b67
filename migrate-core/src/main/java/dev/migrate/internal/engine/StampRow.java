package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.journal.StepState;
import dev.migrate.revision.RevisionNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A revision that the version table is told about, and nothing runs.
 *
 * @param number its number in the journal
 * @param action stamp or unstamp
 * @param revision the revision
 */
public record StampRow(long number, Action action, RevisionNode revision) {

    /** Keeps each command well below every server's largest packet. */
    private static final int MOST_ROWS = 500;

    static void write(List<StampRow> rows, Journal journal, Connection connection, Journal.Writer writer)
            throws SQLException {
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<StampRow> some = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            journal.write(connection, some.stream().map(StampRow::row).toList(), writer);
        }
    }

    private JournalRow row() {
        return new JournalRow(
                number,
                0,
                revision.id(),
                action.name(),
                StepState.DONE.name(),
                revision.message(),
                Sha256.of(revision.message()),
                String.join(",", revision.parents()),
                String.join(",", revision.dependsOn()),
                0,
                null,
                null,
                0,
                0L,
                null);
    }
}
