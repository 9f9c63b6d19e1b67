package dev.migrate.internal.engine;

import dev.migrate.error.MigrateException;
import dev.migrate.internal.LibraryVersion;
import dev.migrate.internal.Sha256;
import dev.migrate.journal.Action;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds applied migrations that have changed since they ran. Comments, white space and line endings do not count. A
 * class is compared only with statements that the same version of this library recorded, because another version may
 * render its operations differently. Immutable.
 */
final class EditedMigrations {

    private static final Logger LOG = LoggerFactory.getLogger(EditedMigrations.class);
    private static final int PAGE = 500;

    private final RevisionGraph graph;
    private final MigrationRenderer migrations;
    private final SqlRenderer renderer;
    private final DatabaseProvider provider;
    private final ScriptDialect dialect;

    EditedMigrations(
            RevisionGraph graph, MigrationRenderer migrations, SqlRenderer renderer, DatabaseProvider provider) {
        this.graph = graph;
        this.migrations = migrations;
        this.renderer = renderer;
        this.provider = provider;
        dialect = provider.scriptDialect(renderer.server());
    }

    /** A migration with its statements, and how they differ from the recorded ones. */
    record Found(EditedMigration edited, List<PlannedStatement> statements) {}

    /**
     * Reads the steps that recorded the applied migrations.
     *
     * @param heads the rows of the version table
     * @return those that can be compared, in the order in which they were recorded
     */
    List<JournalStep> recorded(History history, List<String> heads) {
        List<String> known =
                heads.stream().filter(id -> graph.find(id).isPresent()).toList();
        Set<String> applied = graph.applied(known);
        return lastSteps(history).values().stream()
                .filter(step -> applied.contains(step.revision()) && isComparable(step))
                .sorted(Comparator.comparingLong(JournalStep::number))
                .toList();
    }

    /**
     * Compares steps with the present migrations. This runs code of migrations, and does not use the connection.
     *
     * @return those that differ, in the same order
     */
    List<Found> find(List<JournalStep> recorded) {
        List<Found> found = new ArrayList<>();
        for (JournalStep step : recorded) {
            Found edited = compared(step);
            if (edited != null) {
                found.add(edited);
            }
        }
        return found;
    }

    /** The last step of each revision. A stamp without statements does not contain what ran. */
    private static Map<String, JournalStep> lastSteps(History history) {
        Map<String, JournalStep> last = new HashMap<>();
        JournalPage page = JournalPage.oldestFirst(PAGE);
        for (List<JournalStep> steps = history.steps(page); !steps.isEmpty(); steps = history.steps(page)) {
            for (JournalStep step : steps) {
                boolean isRecorded = step.action() == Action.UP || step.action() == Action.STAMP;
                if (isRecorded && step.state() == EntryState.DONE) {
                    last.put(step.revision(), step);
                }
            }
            page = page.after(steps.get(steps.size() - 1).number());
        }
        last.values().removeIf(step -> step.action() == Action.STAMP && step.statementCount() == 0);
        return last;
    }

    private boolean isComparable(JournalStep step) {
        return migrations.isSql(step.revision()) || step.actor().library().equals(LibraryVersion.read());
    }

    private @Nullable Found compared(JournalStep step) {
        List<PlannedStatement> statements;
        try {
            Step up = new Step(Direction.UP, graph.node(step.revision()), List.of());
            statements = migrations.prepare(List.of(up), renderer).get(0).statements();
        } catch (MigrateException | LinkageError e) {
            // The class may use others that no longer exist: it is applied, and need not run again.
            LOG.debug("Migration {} cannot be compared with the journal.", step.revision(), e);
            return null;
        }
        List<EditedMigration.Difference> differences = new ArrayList<>();
        for (int number = 1; number <= Math.max(statements.size(), step.statementCount()); number++) {
            EditedMigration.Difference difference = difference(
                    number,
                    entry(step, number),
                    number > statements.size()
                            ? null
                            : statements.get(number - 1).text());
            if (difference != null) {
                differences.add(difference);
            }
        }
        return differences.isEmpty()
                ? null
                : new Found(new EditedMigration(step.revision(), step.number(), differences), statements);
    }

    private static @Nullable JournalStatement entry(JournalStep step, int number) {
        return step.statements().stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElse(null);
    }

    private EditedMigration.@Nullable Difference difference(
            int number, @Nullable JournalStatement entry, @Nullable String text) {
        if (entry != null && text != null && isSame(entry, text)) {
            return null;
        }
        String before = entry == null ? "" : entry.text();
        String now = text == null ? "" : provider.maskSecrets(text);
        StatementDifference shown = StatementDifference.of(before, now);
        return new EditedMigration.Difference(number, shown.before(), shown.now());
    }

    private boolean isSame(JournalStatement entry, String text) {
        return Sha256.of(text).equals(entry.hash())
                || dialect.normalized(entry.text()).equals(dialect.normalized(provider.maskSecrets(text)));
    }
}
