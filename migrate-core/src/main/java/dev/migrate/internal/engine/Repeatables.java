package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStep;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans the steps of repeatable migrations from the journal, which contains their texts. Immutable.
 *
 * <ul>
 *   <li>An upgrade that ends at all heads repeats, after the revisions, those whose statements differ from the last ones
 *       that ran.
 *   <li>A downgrade gives each the text that it had before the first of the reverted revisions was applied. It restores a
 *       former text after it has reverted the revisions; if there was none, it drops the objects before.
 * </ul>
 */
public final class Repeatables {

    private final RevisionGraph graph;
    private final MigrationRenderer migrations;

    /** Plans the repeatable migrations among some migrations. */
    public Repeatables(RevisionGraph graph, MigrationRenderer migrations) {
        this.graph = graph;
        this.migrations = migrations;
    }

    /**
     * Plans what an upgrade repeats.
     *
     * @param rowsAfter the rows of the version table after the upgrade of the revisions
     * @param resumed the interrupted steps that are completed first
     */
    RepeatableSteps upgrade(History history, List<String> rowsAfter, List<InterruptedStep> resumed) {
        if (!isRepeated(rowsAfter)) {
            return RepeatableSteps.NONE;
        }
        List<PreparedStep> repeated = new ArrayList<>();
        current(history, resumed).forEach((step, isCurrent) -> {
            if (!isCurrent) {
                repeated.add(step);
            }
        });
        return new RepeatableSteps(List.of(), repeated);
    }

    /**
     * Returns the names of those that would run with a plan if it were not a script, which does not write the journal.
     *
     * @param history the journal, or empty if the script does not start at the state of a database; then all could run
     */
    List<String> notInScript(Plan plan, Direction direction, Optional<History> history) {
        boolean isUp = direction == Direction.UP;
        if (isUp ? !isRepeated(plan.rowsAfter()) : plan.steps().isEmpty()) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        migrations.repeatables().forEach(node -> names.add(node.id()));
        if (!names.isEmpty() && history.isPresent()) {
            names.retainAll(isUp ? pending(history.get(), plan) : applied(history.get()));
        }
        return List.copyOf(names);
    }

    private Set<String> pending(History history, Plan plan) {
        return upgrade(history, plan.rowsAfter(), List.of()).after().stream()
                .map(Repeatables::nameOf)
                .collect(Collectors.toSet());
    }

    private static Set<String> applied(History history) {
        Map<String, JournalStep> last = last(history.repeatables(), Long.MAX_VALUE);
        last.values().removeIf(step -> step.action() == Action.REMOVE);
        return last.keySet();
    }

    /** Returns the repeatable migrations in their order, and whether their current statements have run. */
    public Map<RevisionNode, Boolean> status(History history) {
        Map<RevisionNode, Boolean> status = new LinkedHashMap<>();
        if (!migrations.repeatables().isEmpty()) {
            current(history, List.of())
                    .forEach((step, isCurrent) -> status.put(step.step().revision(), isCurrent));
        }
        return status;
    }

    private Map<PreparedStep, Boolean> current(History history, List<InterruptedStep> resumed) {
        SqlRenderer renderer = history.renderer();
        Map<String, JournalStep> last = new HashMap<>();
        history.repeatables().forEach(step -> last.put(step.revision(), step));
        Map<PreparedStep, Boolean> current = new LinkedHashMap<>();
        for (PreparedStep step : inOrder(renderer)) {
            Optional<PreparedStep> running = find(resumed, nameOf(step));
            JournalStep applied = last.get(nameOf(step));
            current.put(
                    step,
                    running.isPresent()
                            ? running.get().action() == Action.REPEAT
                            : applied != null && isCurrent(applied, step, renderer));
        }
        return current;
    }

    /**
     * Returns the texts that the database has according to the journal, as steps for an empty database.
     *
     * @param changes later steps, which the journal does not contain
     */
    List<PreparedStep> recorded(History history, RepeatableSteps changes) {
        List<PreparedStep> recorded = new ArrayList<>();
        if (!migrations.repeatables().isEmpty()) {
            SqlRenderer renderer = history.renderer();
            Map<String, JournalStep> last = last(history.repeatables(), Long.MAX_VALUE);
            for (PreparedStep file : inOrder(renderer)) {
                Optional<PreparedStep> change = changes.of(nameOf(file));
                JournalStep step = last.get(nameOf(file));
                if (change.isPresent()) {
                    change.filter(known -> known.action() != Action.REMOVE).ifPresent(recorded::add);
                } else if (step != null && step.action() != Action.REMOVE) {
                    recorded.add(restore(step, file, renderer));
                }
            }
        }
        return recorded;
    }

    /**
     * Plans what gives the repeatable migrations the texts back that they have according to the journal.
     *
     * @param changes the steps that ran since, which the journal does not contain
     * @throws InvalidMigrationException if that is not possible
     */
    RepeatableSteps reversal(History history, RepeatableSteps changes) {
        if (changes.isEmpty()) {
            return changes;
        }
        SqlRenderer renderer = history.renderer();
        Map<String, JournalStep> last = last(history.repeatables(), Long.MAX_VALUE);
        List<PreparedStep> removed = new ArrayList<>();
        List<PreparedStep> restored = new ArrayList<>();
        for (PreparedStep file : inOrder(renderer)) {
            String name = nameOf(file);
            JournalStep former = last.get(name);
            changes.of(name).ifPresent(change -> {
                if (former == null || former.action() == Action.REMOVE) {
                    removed.add(0, remove(name, RepeatableText.of(change), renderer));
                } else {
                    PreparedStep step = restore(former, file, renderer);
                    restored.add(change.action() == Action.REPEAT ? step : repeat(step, renderer));
                }
            });
        }
        return new RepeatableSteps(removed, restored);
    }

    /**
     * Returns the hash of all texts, or null if they do not run after an upgrade to some rows. The last step of a run stores
     * it, so that the next run finds with its first query that nothing has changed.
     */
    @Nullable
    String hash(List<String> rowsAfter) {
        return isRepeated(rowsAfter) ? migrations.hashOfRepeatables() : null;
    }

    /** Rows that this code lacks belong to a newer version of the application, and so do the texts in the database. */
    private boolean isRepeated(Collection<String> rows) {
        return !migrations.repeatables().isEmpty()
                && rows.containsAll(graph.realHeads())
                && rows.stream().allMatch(row -> graph.find(row).isPresent());
    }

    /**
     * Plans what a downgrade removes and restores.
     *
     * @param steps the steps of the revisions
     * @param resumed the interrupted steps that are completed first
     * @throws InvalidMigrationException if a former text cannot be restored, or the inverse cannot be derived
     */
    RepeatableSteps downgrade(History history, List<Step> steps, List<InterruptedStep> resumed) {
        List<JournalStep> recorded = migrations.repeatables().isEmpty() ? List.of() : history.repeatables();
        boolean isRunning =
                resumed.stream().anyMatch(step -> step.prepared().action().isRepeatable());
        Set<String> reverted = new HashSet<>();
        steps.forEach(step -> reverted.add(step.revision().id()));
        long start = recorded.isEmpty() && !isRunning
                ? -1
                : RevertedRevisions.firstApplied(history, Long.MAX_VALUE, reverted);
        if (start < 0) {
            return RepeatableSteps.NONE;
        }
        SqlRenderer renderer = history.renderer();
        Map<String, JournalStep> wanted = last(recorded, start);
        Map<String, JournalStep> last = last(recorded, Long.MAX_VALUE);
        List<PreparedStep> removed = new ArrayList<>();
        List<PreparedStep> restored = new ArrayList<>();
        for (PreparedStep file : inOrder(renderer)) {
            String name = nameOf(file);
            Optional<RepeatableText> now = find(resumed, name)
                    .map(RepeatableText::of)
                    .or(() -> Optional.ofNullable(last.get(name)).map(RepeatableText::of))
                    .filter(text -> !text.isRemoved());
            JournalStep former = wanted.get(name);
            if (former == null || former.action() == Action.REMOVE) {
                now.ifPresent(text -> removed.add(0, remove(name, text, renderer)));
            } else if (!now.map(RepeatableText::hashes)
                    .equals(Optional.of(RepeatableText.of(former).hashes()))) {
                restored.add(restore(former, file, renderer));
            }
        }
        return new RepeatableSteps(removed, restored);
    }

    /**
     * Returns an interrupted step of a repeatable migration.
     *
     * @throws InterruptedRunException if its migration is missing, or the journal lacks its text
     */
    PreparedStep interrupted(JournalStep step, History history, SqlRenderer renderer) {
        String name = step.revision();
        if (!migrations.isRepeatable(name)) {
            throw InterruptedRunException.migrationMissing(name, step.summary(), step.hasChangedNothing());
        }
        PreparedStep file = repeat(name, renderer);
        if (step.action() == Action.REPEAT) {
            return file;
        }
        boolean isRestored = step.action() == Action.RESTORE;
        long before = isRestored ? RevertedRevisions.firstApplied(history, step.number(), Set.of()) : step.number();
        JournalStep text = last(history.repeatables(), before).get(name);
        if (text == null || text.action() == Action.REMOVE) {
            throw InterruptedRunException.versionTableMismatch(name, step.summary());
        }
        return isRestored ? restore(text, file, renderer) : remove(name, RepeatableText.of(text), renderer);
    }

    /** The last completed step of each repeatable migration before a step. */
    private static Map<String, JournalStep> last(List<JournalStep> steps, long before) {
        Map<String, JournalStep> last = new HashMap<>();
        for (JournalStep step : steps) {
            if (step.number() < before && step.state() == EntryState.DONE) {
                last.put(step.revision(), step);
            }
        }
        return last;
    }

    private static Optional<PreparedStep> find(List<InterruptedStep> resumed, String name) {
        return resumed.stream()
                .map(InterruptedStep::prepared)
                .filter(step -> step.action().isRepeatable() && nameOf(step).equals(name))
                .findFirst();
    }

    private static String nameOf(PreparedStep step) {
        return step.step().revision().id();
    }

    /**
     * Returns the steps that apply all of them, in order.
     *
     * @throws InvalidMigrationException if one of them is not usable
     */
    List<PreparedStep> inOrder(SqlRenderer renderer) {
        RepeatableOrder order = new RepeatableOrder(renderer);
        for (RevisionNode node : migrations.repeatables()) {
            order.add(node, repeat(node.id(), renderer));
        }
        return order.steps();
    }

    private static boolean isCurrent(JournalStep recorded, PreparedStep step, SqlRenderer renderer) {
        RepeatableText text = RepeatableText.of(recorded);
        return recorded.state() == EntryState.DONE && !text.isRemoved() && text.isEquivalentTo(step, renderer);
    }

    /**
     * Returns the step that applies one of them.
     *
     * @throws InvalidMigrationException if it is not usable
     */
    PreparedStep repeat(String name, SqlRenderer renderer) {
        RevisionNode node = node(name);
        List<Operation> operations = migrations.operations(node, Direction.UP, Optional.of(renderer));
        return migrations.prepare(new Step(Direction.UP, node, List.of()), Action.REPEAT, operations, renderer);
    }

    private PreparedStep repeat(PreparedStep step, SqlRenderer renderer) {
        Step up = new Step(Direction.UP, step.step().revision(), List.of());
        return migrations.prepare(up, Action.REPEAT, step.operations(), renderer);
    }

    private PreparedStep restore(JournalStep recorded, PreparedStep file, SqlRenderer renderer) {
        String name = nameOf(file);
        RepeatableText text = RepeatableText.of(recorded);
        Step step = new Step(Direction.DOWN, node(name), List.of());
        if (text.isComplete()) {
            List<Operation> operations =
                    text.script(renderer).stream().map(Operation.class::cast).toList();
            return migrations.prepare(step, Action.RESTORE, operations, renderer);
        }
        if (RepeatableText.of(file).hashes().equals(text.hashes())) {
            return migrations.prepare(step, Action.RESTORE, file.operations(), renderer);
        }
        throw new InvalidMigrationException(
                InvalidMigrationException.Reason.IRREVERSIBLE,
                "The downgrade would restore the text of the repeatable migration " + name + " from " + text.source()
                        + ", but the journal does not contain its secrets. Nothing was changed.",
                "Put the former version of its file back, and repeat the downgrade.");
    }

    /**
     * Records what applies a repeatable migration, or what removes its objects.
     *
     * @param renderer derives what removes them if there is no {@code down} part; nothing is derived without it
     * @throws InvalidMigrationException if it is not usable or cannot be removed
     */
    public List<Operation> operations(RevisionNode node, Direction direction, Optional<SqlRenderer> renderer) {
        return direction == Direction.DOWN && renderer.isPresent() && migrations.hasDerivedDown(node.id())
                ? removal(RepeatableText.of(repeat(node.id(), renderer.get())), renderer.get())
                : migrations.operations(node, direction, renderer);
    }

    private PreparedStep remove(String name, RepeatableText text, SqlRenderer renderer) {
        Step step = new Step(Direction.DOWN, node(name), List.of());
        return migrations.prepare(step, Action.REMOVE, removal(name, text, renderer), renderer);
    }

    private List<Operation> removal(String name, RepeatableText text, SqlRenderer renderer) {
        if (!migrations.hasDerivedDown(name)) {
            return migrations.operations(node(name), Direction.DOWN, Optional.of(renderer));
        }
        try {
            return removal(text, renderer);
        } catch (InvalidMigrationException e) {
            throw new InvalidMigrationException(
                    e.reason(),
                    "The downgrade reverts revisions that are older than the repeatable migration " + name + ". "
                            + e.problem() + " Nothing was changed.",
                    e.remedy(),
                    e);
        }
    }

    private static List<Operation> removal(RepeatableText text, SqlRenderer renderer) {
        List<Operation> operations = new ArrayList<>();
        List<Inverse<Operation>> removals =
                text.script(renderer).map(renderer::removals).orElse(List.of());
        for (int i = 0; i < removals.size(); i++) {
            if (!(removals.get(i) instanceof Inverse.Exact<Operation> exact)) {
                throw new InvalidMigrationException(
                        InvalidMigrationException.Reason.IRREVERSIBLE,
                        "What its statement " + (i + 1) + " did cannot be removed automatically.",
                        "Write a \"-- down\" part in its file. An empty one leaves everything as it is.");
            }
            operations.addAll(0, exact.operations());
        }
        return operations;
    }

    /** The node of a step, without dependencies: they are not revisions. */
    private RevisionNode node(String name) {
        String message = migrations.repeatables().stream()
                .filter(node -> node.id().equals(name))
                .map(RevisionNode::message)
                .findFirst()
                .orElse("");
        return new RevisionNode(name, List.of(), List.of(), List.of(), message);
    }
}
