package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.internal.Sha256;
import dev.migrate.journal.Action;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.JournalRow;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records the current statements of applied migrations that have changed since they ran. Immutable.
 *
 * @param database the database
 * @param graph the revisions
 * @param migrations the migrations
 */
public record AcceptRun(Database database, RevisionGraph graph, MigrationRenderer migrations) {

    /**
     * Records the statements.
     *
     * @param reason the reason of the change
     * @param ids the ids of the revisions; none for all that have changed
     * @return the migrations whose statements were recorded
     */
    public List<EditedMigration> execute(String reason, List<String> ids) {
        ids.forEach(graph::node);
        try (Session session = database.open();
                LockedDatabase locked = LockedDatabase.acquire(database, session)) {
            if (locked.state().isInterrupted()) {
                throw InterruptedRunException.unfinished(
                        locked.history().interruptedSteps().get(0).summary());
            }
            EditedMigrations comparison =
                    new EditedMigrations(graph, migrations, locked.renderer(), session.provider());
            List<JournalStep> recorded = comparison
                    .recorded(locked.history(), locked.state().heads())
                    .stream()
                    .filter(step -> ids.isEmpty() || ids.contains(step.revision()))
                    .toList();
            List<EditedMigrations.Found> found = locked.during(() -> comparison.find(recorded));
            if (!found.isEmpty()) {
                locked.runner().stamp(List.of(), rows(found, reason, locked));
            }
            return found.stream().map(EditedMigrations.Found::edited).toList();
        }
    }

    private List<JournalRow> rows(List<EditedMigrations.Found> found, String reason, LockedDatabase locked) {
        List<JournalRow> rows = new ArrayList<>();
        long number = locked.state().lastStep();
        Instant now = locked.session().control().now();
        for (EditedMigrations.Found each : found) {
            number++;
            RevisionNode revision = graph.node(each.edited().revision());
            List<PlannedStatement> statements = each.statements();
            rows.add(JournalRow.ofStep(
                    number,
                    revision,
                    Action.STAMP,
                    EntryState.DONE,
                    Sha256.of(revision.message()),
                    statements.size(),
                    now,
                    0L,
                    "The edited migration was accepted: " + reason));
            for (int index = 0; index < statements.size(); index++) {
                rows.add(statement(number, index, revision, statements, now, locked));
            }
        }
        return rows;
    }

    private static JournalRow statement(
            long step,
            int index,
            RevisionNode revision,
            List<PlannedStatement> statements,
            Instant now,
            LockedDatabase locked) {
        String text = statements.get(index).text();
        return new JournalRow(
                step,
                index + 1,
                revision.id(),
                Action.STAMP.name(),
                EntryState.DONE.name(),
                locked.session().provider().maskSecrets(text),
                Sha256.of(text),
                null,
                null,
                statements.size(),
                null,
                null,
                now,
                0L,
                null);
    }
}
