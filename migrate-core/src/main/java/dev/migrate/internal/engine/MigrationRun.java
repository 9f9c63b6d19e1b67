package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.LockException;
import dev.migrate.error.MigrateException;
import dev.migrate.event.CompletedStep;
import dev.migrate.journal.EditPolicy;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseState;
import dev.migrate.revision.RevisionGraph;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One upgrade or downgrade: completes an interrupted run, then runs the plan. If the connection is lost, it is repeated
 * once with a new one, as the next run would do; if changes of rows cannot get a lock, it is repeated until the table
 * timeout is over. Used once, by one thread.
 */
public final class MigrationRun {

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer renderer;
    private final ResumePlanner resumePlanner;
    private final RunPlanner planner;
    /** By direction and revision: a step whose completion was lost with the connection is completed twice. */
    private final Map<String, CompletedStep> completed = new LinkedHashMap<>();

    private @Nullable Plan plan;
    private List<String> rowsAfter = List.of();
    /** Whether the last attempt lost its connection. */
    private boolean isConnectionLost;
    /** Whether the last attempt waited for a lock of another session in vain, and can be repeated. */
    private boolean isLockTimeout;

    private boolean hasReconnected;
    private boolean isResumption;

    /**
     * Prepares a run.
     *
     * @param planner plans what has to run
     */
    public MigrationRun(Database database, RevisionGraph graph, MigrationRenderer renderer, RunPlanner planner) {
        this.database = database;
        this.graph = graph;
        this.renderer = renderer;
        this.resumePlanner = new ResumePlanner(graph, renderer);
        this.planner = planner;
    }

    /** Brings the database to the target of the plan, and returns the completed steps. */
    public List<CompletedStep> execute() {
        RunRetry retry = new RunRetry(database.options().tableTimeout());
        while (true) {
            try {
                attemptAndReconnect();
                return completed();
            } catch (MigrateException e) {
                if (!isLockTimeout || !retry.mayRepeatAfter(completed.size())) {
                    throw e;
                }
                database.options().listener().repeating(e);
                retry.await(e);
            }
        }
    }

    private void attemptAndReconnect() {
        try {
            attempt();
        } catch (MigrateException e) {
            if (!isConnectionLost || hasReconnected) {
                throw e;
            }
            hasReconnected = true;
            database.options().listener().reconnecting(e);
            attemptAgain(e);
        }
    }

    /** The completed steps, also of a run that failed later. */
    List<CompletedStep> completed() {
        return List.copyOf(completed.values());
    }

    /** Whether it continued an interrupted step. */
    boolean isResumption() {
        return isResumption;
    }

    /** The rows of the version table before the run. Only after {@link #execute}. */
    public List<String> rowsBefore() {
        return plan == null ? rowsAfter : plan.rowsBefore();
    }

    /** The rows of the version table after the run. Only after {@link #execute}. */
    public List<String> rowsAfter() {
        return rowsAfter;
    }

    private void attemptAgain(MigrateException first) {
        try {
            attempt();
        } catch (ConnectionFailedException again) {
            first.addSuppressed(again);
            throw first;
        } catch (MigrateException again) {
            again.addSuppressed(first);
            throw again;
        }
    }

    private void attempt() {
        isConnectionLost = false;
        isLockTimeout = false;
        try (Session session = database.open()) {
            History history = database.history(session);
            DatabaseState state = history.state();
            requireNotEmptied(history, state);
            Plan pending = plan(history, state.heads());
            if (pending.steps().isEmpty()
                    && !state.isInterrupted()
                    && areRepeatablesUnchanged(history, state, pending)) {
                rowsAfter = pending.rowsAfter();
                return;
            }
            try (LockedDatabase locked = LockedDatabase.acquire(database, session)) {
                runLocked(locked);
            } catch (MigrateException e) {
                isConnectionLost = isConnectionLost || session.isLost();
                isLockTimeout = !isConnectionLost && RunRetry.isTimeout(session, e);
                throw e;
            }
        }
    }

    private boolean areRepeatablesUnchanged(History history, DatabaseState state, Plan pending) {
        String hash = planner.finalHash(pending.rowsAfter());
        return (hash != null && hash.equals(state.lastHash()))
                || planner.repeatables(history, List.of(), pending.rowsAfter(), List.of())
                        .isEmpty();
    }

    /** An interrupted step must fit the version table anyway. */
    private static void requireNotEmptied(History history, DatabaseState state) {
        if (!state.isInterrupted()) {
            history.requireNotEmptied(state);
        }
    }

    private void runLocked(LockedDatabase locked) {
        try {
            run(locked);
        } catch (MigrateException e) {
            // A run that lost the lock without a statement in doubt stops: something is wrong with the connection.
            isConnectionLost = !(e instanceof LockException) && locked.isLost();
            throw e;
        }
    }

    /** The state was read before the lock was acquired, so the plan is computed again. */
    private void run(LockedDatabase locked) {
        requireNotEmptied(locked.history(), locked.state());
        Optional<InterruptedRun> interrupted = resumePlanner.find(locked);
        Plan pending = plan(locked.history(), locked.state().heads());
        List<Step> steps = pending.steps();
        List<InterruptedStep> resumed = interrupted.map(InterruptedRun::steps).orElse(List.of());
        if (interrupted.isPresent() && planner.isReached(resumed)) {
            List<String> rows = interrupted.get().last().rowsAfter();
            pending = new Plan(List.of(), List.of(), rows, rows);
            steps = List.of();
        } else if (interrupted.isPresent()) {
            InterruptedRun revisions = interrupted.get().ofRevisions();
            boolean isPlanned = revisions.isStartOf(steps);
            pending = isPlanned
                    ? pending
                    : planner.plan(locked.history(), interrupted.get().last().rowsAfter());
            steps = isPlanned ? steps.subList(revisions.steps().size(), steps.size()) : pending.steps();
        }
        RepeatableSteps repeatables = planner.repeatables(locked.history(), steps, pending.rowsAfter(), resumed);
        if (plan == null) {
            plan = pending;
        }
        rowsAfter = pending.rowsAfter();
        if (interrupted.isEmpty() && steps.isEmpty() && repeatables.isEmpty()) {
            return;
        }
        interrupted.ifPresent(InterruptedRun::requireResumable);
        if (interrupted.isEmpty()) {
            compareApplied(locked);
        }
        // All steps are recorded and rendered before the first statement runs.
        List<PreparedStep> prepared = repeatables.around(
                steps, all -> prepare(all, interrupted, locked), planner.finalHash(pending.rowsAfter()));
        locked.createTables();
        long lastStep = locked.state().lastStep();
        if (interrupted.isPresent()) {
            resume(interrupted.get(), locked.runner());
            lastStep = interrupted.get().last().journal().number();
        }
        locked.runner().run(prepared, lastStep, this::add);
        locked.runner().flush();
    }

    /** A run with nothing to do reads the version table only. */
    private void compareApplied(LockedDatabase locked) {
        EditPolicy policy = database.options().editPolicy();
        List<String> heads = locked.state().heads();
        if (policy == EditPolicy.IGNORE || heads.isEmpty()) {
            return;
        }
        EditedMigrations comparison = new EditedMigrations(
                graph, renderer, locked.renderer(), locked.session().provider());
        List<JournalStep> recorded = comparison.recorded(locked.history(), heads);
        List<EditedMigration> edited = locked.during(() -> comparison.find(recorded)).stream()
                .map(EditedMigrations.Found::edited)
                .toList();
        if (!edited.isEmpty() && policy == EditPolicy.REFUSE) {
            throw InvalidMigrationException.edited(
                    edited.get(0).revision(),
                    edited.stream().map(EditedMigration::revision).toList());
        }
        if (!edited.isEmpty()) {
            locked.listener().editedMigrations(edited);
        }
    }

    private List<PreparedStep> prepare(List<Step> steps, Optional<InterruptedRun> interrupted, LockedDatabase locked) {
        try {
            return locked.during(() -> renderer.prepare(steps, locked.renderer()));
        } catch (InvalidMigrationException e) {
            if (interrupted.isEmpty()) {
                throw e;
            }
            JournalStep step = interrupted.get().last().journal();
            throw InterruptedRunException.migrationInvalid(step.revision(), step.summary(), e);
        }
    }

    private void resume(InterruptedRun run, PlanRunner runner) {
        isResumption = true;
        for (InterruptedStep step : run.complete()) {
            add(runner.resume(step, step.size()));
        }
        CompletedStep last = runner.resume(run.last(), run.done());
        if (!run.last().isAbort()) {
            add(last);
        }
    }

    /** A target may be relative to the state of the database: a second attempt has the target of the first one. */
    private Plan plan(History history, Collection<String> rows) {
        Optional<Plan> rest = plan == null ? Optional.empty() : plan.rest(rows);
        return rest.isPresent() ? rest.get() : planner.plan(history, rows);
    }

    private void add(CompletedStep step) {
        completed.put(step.direction() + " " + step.revision().id(), step);
    }
}
