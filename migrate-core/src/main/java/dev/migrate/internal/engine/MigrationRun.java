package dev.migrate.internal.engine;

import dev.migrate.RunResult;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.journal.Action;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One upgrade or downgrade: what an earlier run has left unfinished, then what the plan says. If the connection is lost
 * on the way, it goes on once with a new one, as the next run would. Used once, by one thread.
 */
public final class MigrationRun {

    private final Database database;
    private final ResumePlanner unfinishedSteps;
    private final StepPreparer recorder;
    private final Function<Collection<String>, Plan> planner;
    private final Map<String, CompletedStep> completed = new LinkedHashMap<>();
    private @Nullable Plan plan;
    private boolean isLost;

    public MigrationRun(
            Database database,
            ResumePlanner unfinishedSteps,
            StepPreparer recorder,
            Function<Collection<String>, Plan> planner) {
        this.database = database;
        this.unfinishedSteps = unfinishedSteps;
        this.recorder = recorder;
        this.planner = planner;
    }

    public RunResult result() {
        try {
            return attempt();
        } catch (MigrateException e) {
            if (!isLost) {
                throw e;
            }
            database.options().listener().reconnecting(e);
            return attemptAfter(e);
        }
    }

    private RunResult attemptAfter(MigrateException first) {
        try {
            return attempt();
        } catch (ConnectionFailedException again) {
            first.addSuppressed(again);
            throw first;
        } catch (MigrateException again) {
            again.addSuppressed(first);
            throw again;
        }
    }

    private RunResult attempt() {
        isLost = false;
        try (Session session = database.open()) {
            DatabaseState state = database.state(session);
            Plan atFirst = plan(state.rows().ids());
            if (atFirst.steps().isEmpty() && !state.isInterrupted()) {
                return resultUpTo(atFirst);
            }
            try {
                return database.whileLocked(session, this::run);
            } catch (MigrateException e) {
                isLost = session.isLost();
                throw e;
            }
        }
    }

    private RunResult run(Database.Locked locked) {
        List<String> rows = locked.state().rows().ids();
        Optional<InterruptedRun> interrupted = unfinishedSteps.find(locked);
        Plan toDo = plan(rows);
        List<Step> steps = toDo.steps();
        if (interrupted.isPresent()) {
            boolean isPlanned = interrupted.get().isBeginningOf(steps);
            toDo = isPlanned ? toDo : planner.apply(interrupted.get().last().rowsAfter());
            steps = isPlanned ? steps.subList(interrupted.get().steps().size(), steps.size()) : toDo.steps();
        }
        if (plan == null) {
            plan = toDo;
        }
        if (interrupted.isEmpty() && steps.isEmpty()) {
            return resultUpTo(toDo);
        }
        // All of it is recorded and rendered before any of it runs.
        List<PreparedStep> prepared = recorder.prepare(steps, locked.renderer());
        locked.runner().createMissing(locked.state());
        long last = locked.state().lastStep();
        if (interrupted.isPresent()) {
            finish(interrupted.get(), locked.runner());
            last = interrupted.get().begun().journal().number();
        }
        locked.runner().run(prepared, last, this::add);
        locked.runner().settle();
        return resultUpTo(toDo);
    }

    private void finish(InterruptedRun interrupted, StepRunner runner) {
        for (PlannedInterruptedStep step : interrupted.complete()) {
            add(runner.resume(step.begun(), step.begun().prepared().statements().size()));
        }
        CompletedStep last = runner.resume(interrupted.begun(), interrupted.done());
        if (interrupted.begun().prepared().action() != Action.ABORT) {
            add(last);
        }
    }

    /** A target may be relative to where the database stood: a second attempt goes where the first one went. */
    private Plan plan(Collection<String> rows) {
        Optional<Plan> rest = plan == null ? Optional.empty() : plan.rest(rows);
        return rest.isPresent() ? rest.get() : planner.apply(rows);
    }

    /** A step whose end got lost with the connection comes to its end a second time. */
    private void add(CompletedStep step) {
        completed.put(step.step().direction() + " " + step.step().revision().id(), step);
    }

    private RunResult resultUpTo(Plan last) {
        Plan first = plan == null ? last : plan;
        return new RunResult(first.rowsBefore(), last.rowsAfter(), new ArrayList<>(completed.values()));
    }
}
