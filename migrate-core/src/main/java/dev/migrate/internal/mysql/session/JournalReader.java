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
     * @throws HistoryException if a row has a newer format, or was edited so that it cannot be read
     */
    static List<JournalStep> read(ResultSet rows, String name) throws SQLException {
        JournalColumns row = new JournalColumns(rows, name);
        List<JournalStep> steps = new ArrayList<>();
        List<JournalStatement> statements = new ArrayList<>();
        JournalStep step = null;
        while (rows.next()) {
            requireKnownFormat(row.number("format"), name);
            if (row.number("statement") == 0) {
                add(step, statements, steps);
                step = step(row);
                statements = new ArrayList<>();
            } else {
                requireOf(step, row);
                JournalStatement statement = statement(row);
                requireInOrder(statements, statement, row);
                statements.add(statement);
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

    private static void requireOf(@Nullable JournalStep step, JournalColumns row) throws SQLException {
        if (step == null || step.number() != row.number("step")) {
            throw row.withoutStep();
        }
        String revision = row.text("revision");
        if (!revision.equals(step.revision())) {
            throw row.damaged("the revision is " + revision + ", but that of the step is " + step.revision());
        }
    }

    /** The completed statements are the first ones. After a rollback, entries in front of the failed one are missing. */
    private static void requireInOrder(List<JournalStatement> earlier, JournalStatement statement, JournalColumns row)
            throws SQLException {
        boolean isInOrder = statement.number() == earlier.size() + 1
                && (earlier.isEmpty() || earlier.get(earlier.size() - 1).state() == EntryState.DONE);
        if (statement.state() == EntryState.DONE && !isInOrder) {
            throw row.damaged("the state is DONE, but a statement before it is not done or missing");
        }
    }

    static RevisionNode revision(JournalColumns row) throws SQLException {
        return new RevisionNode(
                row.text("revision"), row.ids("parents"), List.of(), row.ids("depends_on"), row.text("text"));
    }

    private static JournalStep step(JournalColumns row) throws SQLException {
        return new JournalStep(
                row.number("step"),
                row.text("revision"),
                row.constant(Action.class, "action"),
                row.constant(EntryState.class, "state"),
                row.text("text"),
                row.ids("parents"),
                row.ids("depends_on"),
                row.smallNumber("statements"),
                row.startedAt(),
                row.elapsed(),
                row.textOrNull("note"),
                new JournalStep.Actor(
                        row.text("account"),
                        row.text("process"),
                        row.number("connection_id"),
                        row.text("library_version")),
                List.of());
    }

    private static JournalStatement statement(JournalColumns row) throws SQLException {
        return new JournalStatement(
                row.smallNumber("statement"),
                row.constant(EntryState.class, "state"),
                row.text("text"),
                row.text("hash"),
                row.textOrNull("state_before"),
                row.token(),
                row.startedAt(),
                row.elapsed(),
                row.textOrNull("note"));
    }

    private static void requireKnownFormat(long format, String name) {
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
