package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionGraph;
import java.util.List;

/** Ends an interrupted run without resuming it. Immutable. */
public final class Recovery {

    private final Database database;
    private final MigrationRenderer renderer;
    private final ResumePlanner planner;

    /** Prepares the recovery of a database. */
    public Recovery(Database database, RevisionGraph graph, MigrationRenderer renderer) {
        this.database = database;
        this.renderer = renderer;
        this.planner = new ResumePlanner(graph, renderer);
    }

    /** Reverts the interrupted step, and returns its previous state. */
    public JournalStep abort() {
        try (Session session = database.open();
                LockedDatabase locked = LockedDatabase.acquire(database, session)) {
            return abort(locked);
        }
    }

    private JournalStep abort(LockedDatabase locked) {
        List<JournalStep> interrupted =
                locked.state().isInterrupted() ? locked.history().interruptedSteps() : List.of();
        if (!interrupted.isEmpty() && interrupted.stream().allMatch(JournalStep::hasChangedNothing)) {
            // The migration is not needed, and may not exist any more.
            discard(interrupted, locked.runner());
            return interrupted.get(0);
        }
        InterruptedRun run = planner.find(locked).orElseThrow(() -> InterruptedRunException.noUnfinishedStep("abort"));
        PlanRunner runner = locked.runner();
        complete(run.complete(), runner);
        InterruptedStep step = run.last();
        JournalStep journal = step.journal();
        if (step.isAbort()) {
            runner.resume(step, run.done());
        } else if (run.done() == 0) {
            discard(locked.history().interruptedSteps(), runner);
        } else {
            PreparedStep abort =
                    locked.during(() -> renderer.prepareAbort(step.prepared(), run.done(), locked.renderer()));
            runner.recordProgress(step, run.done(), "It is being reverted.");
            runner.run(List.of(abort), journal.number(), completed -> {});
        }
        runner.flush();
        return journal;
    }

    /**
     * Records the interrupted step as aborted, because a person has reverted it. Runs nothing, and does not need the
     * migration.
     *
     * @param reason what was reverted
     * @return the step as it was
     */
    public JournalStep markAborted(String reason) {
        try (Session session = database.open();
                LockedDatabase locked = LockedDatabase.acquire(database, session)) {
            if (!locked.state().isInterrupted()) {
                throw InterruptedRunException.noUnfinishedStep("abort");
            }
            complete(planner.complete(locked), locked.runner());
            List<JournalStep> steps = locked.history().interruptedSteps();
            for (JournalStep step : steps) {
                locked.runner().markAborted(step.number(), "It was reverted by hand: " + reason);
            }
            return steps.get(0);
        }
    }

    private static void discard(List<JournalStep> steps, PlanRunner runner) {
        for (JournalStep step : steps) {
            runner.markAborted(step.number(), "None of its statements was executed.");
        }
    }

    /** Records a person's decision about the statement in doubt, and returns the updated step. */
    public JournalStep resolve(boolean isDone) {
        try (Session session = database.open();
                LockedDatabase locked = LockedDatabase.acquire(database, session)) {
            ResumePlanner.Doubt doubt = planner.doubt(locked);
            InterruptedRun run = isDone ? doubt.ifDone() : doubt.ifNotDone();
            complete(run.complete(), locked.runner());
            locked.runner()
                    .recordProgress(
                            run.last(),
                            run.done(),
                            "Statement " + doubt.statement().statementNumber() + " was resolved manually: "
                                    + (isDone ? "done." : "not done."));
            return locked.history().step(run.last().journal().number());
        }
    }

    private static void complete(List<InterruptedStep> steps, PlanRunner runner) {
        for (InterruptedStep step : steps) {
            runner.resume(step, step.size());
        }
    }
}
