package dev.migrate.internal.mysql.session;

import dev.migrate.error.HistoryException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a journal from its rows. Stateless. */
final class JournalReader {

    private JournalReader() {}

    /**
     * Reads rows in the order of step and statement.
     *
     * @param rows the rows, with all columns of the journal
     * @param name the journal's name
     * @throws HistoryException if a row has a newer format
     */
    static List<JournalStep> read(ResultSet rows, String name) throws SQLException {
        List<JournalStep> steps = new ArrayList<>();
        List<JournalStatement> statements = new ArrayList<>();
        JournalStep step = null;
        while (rows.next()) {
            requireKnownFormat(rows.getInt("format"), name);
            if (rows.getInt("statement") == 0) {
                add(step, statements, steps);
                step = step(rows);
                statements = new ArrayList<>();
            } else {
                statements.add(statement(rows));
            }
        }
        add(step, statements, steps);
        return List.copyOf(steps);
    }

    private static void add(@Nullable JournalStep step, List<JournalStatement> statements, List<JournalStep> steps) {
        if (step != null) {
            steps.add(step.statements(statements));
        }
    }

    static RevisionNode revision(ResultSet row) throws SQLException {
        return new RevisionNode(
                row.getString("revision"),
                ids(row.getString("parents")),
                List.of(),
                ids(row.getString("depends_on")),
                row.getString("text"));
    }

    private static JournalStep step(ResultSet row) throws SQLException {
        return new JournalStep(
                row.getLong("step"),
                row.getString("revision"),
                Action.valueOf(row.getString("action")),
                EntryState.valueOf(row.getString("state")),
                row.getString("text"),
                ids(row.getString("parents")),
                ids(row.getString("depends_on")),
                row.getInt("statements"),
                instant(row.getString(STARTED_AT)),
                elapsed(row),
                row.getString("note"),
                new JournalStep.Actor(
                        row.getString("account"),
                        row.getString("process"),
                        row.getLong("connection_id"),
                        row.getString("library_version")),
                List.of());
    }

    private static JournalStatement statement(ResultSet row) throws SQLException {
        return new JournalStatement(
                row.getInt("statement"),
                EntryState.valueOf(row.getString("state")),
                row.getString("text"),
                row.getString("hash"),
                row.getString("state_before"),
                row.getString("token"),
                instant(row.getString(STARTED_AT)),
                elapsed(row),
                row.getString("note"));
    }

    /**
     * The time is read as text, by its position: drivers convert times between time zones, and MariaDB's driver drops
     * fractions.
     */
    private static final int STARTED_AT = 14;

    private static Instant instant(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Duration elapsed(ResultSet row) throws SQLException {
        long micros = row.getLong("elapsed_us");
        return row.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    private static List<String> ids(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static void requireKnownFormat(int format, String name) {
        if (format > JournalTable.FORMAT) {
            throw new HistoryException(
                    HistoryException.Reason.UNSUPPORTED_FORMAT,
                    Outcome.NOT_DONE,
                    "The journal " + name + " was written by a newer version of Migrate (format " + format
                            + ", this version supports " + JournalTable.FORMAT + "). Nothing was changed.",
                    "Upgrade Migrate.",
                    null);
        }
    }
}
