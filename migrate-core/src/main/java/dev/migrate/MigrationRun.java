package dev.migrate;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.journal.Action;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Step;
import dev.migrate.run.PreparedStep;
import dev.migrate.run.Runner;
import dev.migrate.run.Session;
import dev.migrate.run.Standing;
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
final class MigrationRun {

    private final Database database;
    private final UnfinishedSteps unfinishedSteps;
    private final Recorder recorder;
    private final Function<Collection<String>, Plan> planner;
    private final Map<String, CompletedStep> completed = new LinkedHashMap<>();
    private @Nullable Plan plan;
    private boolean isLost;

    MigrationRun(
            Database database,
            UnfinishedSteps unfinishedSteps,
            Recorder recorder,
            Function<Collection<String>, Plan> planner) {
        this.database = database;
        this.unfinishedSteps = unfinishedSteps;
        this.recorder = recorder;
        this.planner = planner;
    }

    RunResult result() {
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
            Standing standing = database.standing(session);
            Plan atFirst = plan(standing.rows().ids());
            if (atFirst.steps().isEmpty() && !standing.isUnfinished()) {
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
        List<String> rows = locked.standing().rows().ids();
        Optional<Unfinished> unfinished = unfinishedSteps.find(locked);
        Plan toDo = plan(rows);
        List<Step> steps = toDo.steps();
        if (unfinished.isPresent()) {
            boolean isPlanned = unfinished.get().isBeginningOf(steps);
            toDo = isPlanned ? toDo : planner.apply(unfinished.get().last().rowsAfter());
            steps = isPlanned ? steps.subList(unfinished.get().steps().size(), steps.size()) : toDo.steps();
        }
        if (plan == null) {
            plan = toDo;
        }
        if (unfinished.isEmpty() && steps.isEmpty()) {
            return resultUpTo(toDo);
        }
        // All of it is recorded and rendered before any of it runs.
        List<PreparedStep> prepared = recorder.prepare(steps, locked.dialect());
        locked.runner().createMissing(locked.standing());
        long last = locked.standing().lastStep();
        if (unfinished.isPresent()) {
            finish(unfinished.get(), locked.runner());
            last = unfinished.get().begun().journal().number();
        }
        locked.runner().run(prepared, last, this::add);
        locked.runner().settle();
        return resultUpTo(toDo);
    }

    private void finish(Unfinished unfinished, Runner runner) {
        for (UnfinishedStep step : unfinished.complete()) {
            add(runner.resume(step.begun(), step.begun().prepared().statements().size()));
        }
        CompletedStep last = runner.resume(unfinished.begun(), unfinished.done());
        if (unfinished.begun().prepared().action() != Action.ABORT) {
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
