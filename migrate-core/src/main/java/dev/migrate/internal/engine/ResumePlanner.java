package dev.migrate.internal.engine;

import dev.migrate.StatementOutcome;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with a step that has not come to its end, beside going on with it. Immutable. */
public final class ResumePlanner {

    private final Database database;
    private final RevisionGraph graph;
    private final StepPreparer recorder;

    public ResumePlanner(Database database, RevisionGraph graph, StepPreparer recorder) {
        this.database = database;
        this.graph = graph;
        this.recorder = recorder;
    }

    /** Finds what an earlier run has left behind, and how far it has come. */
    public Optional<InterruptedRun> find(Database.Locked locked) {
        if (!locked.state().isInterrupted()) {
            return Optional.empty();
        }
        Begun begun = begun(locked);
        List<Integer> done = locked.runner().done(begun.steps());
        return Optional.of(begun.upTo(done));
    }

    /** Takes back what the step has done. */
    public JournalStep abort(Database.Locked locked) {
        InterruptedRun interrupted = find(locked).orElseThrow(() -> InterruptedRunException.nothingUnfinished("abort"));
        complete(interrupted.complete(), locked.runner());
        InterruptedStep step = interrupted.begun();
        JournalStep journal = step.journal();
        int done = interrupted.done();
        if (journal.action() == Action.ABORT) {
            locked.runner().resume(step, done);
        } else if (done == 0) {
            for (JournalStep announced : database.journal().interrupted(locked.session())) {
                locked.runner().giveUp(announced.number(), "Nothing of it was done.");
            }
        } else {
            PreparedStep undo = recorder.prepareUndo(step.prepared().step(), done, locked.renderer());
            locked.runner().settle(step, done, "It is being taken back.");
            locked.runner().run(List.of(undo), journal.number(), completed -> {});
        }
        locked.runner().settle();
        return journal;
    }

    /** Records what a person has seen. */
    public JournalStep resolve(Database.Locked locked, StatementOutcome resolution) {
        if (!locked.state().isInterrupted()) {
            throw InterruptedRunException.nothingUnfinished("resolve");
        }
        Begun begun = begun(locked);
        try {
            locked.runner().done(begun.steps());
        } catch (StatementOutcomeUnknownException e) {
            boolean isDone = resolution == StatementOutcome.DONE;
            InterruptedRun interrupted =
                    begun.upTo(e.revision(), isDone ? e.statementNumber() : e.statementNumber() - 1);
            String note =
                    "Statement " + e.statementNumber() + " was resolved by hand: " + (isDone ? "done." : "not done.");
            complete(interrupted.complete(), locked.runner());
            locked.runner().settle(interrupted.begun(), interrupted.done(), note);
            return database.journal()
                    .read(locked.session(), interrupted.begun().journal().number());
        }
        throw InterruptedRunException.nothingUnknown(
                begun.candidates().get(0).begun().journal().summary());
    }

    private static void complete(List<PlannedInterruptedStep> steps, StepRunner runner) {
        for (PlannedInterruptedStep step : steps) {
            runner.resume(step.begun(), step.begun().prepared().statements().size());
        }
    }

    /**
     * Steps that were announced together, as far as their migrations are there.
     *
     * @param candidates the steps
     * @param obstacle why the next one cannot be looked at, or null if there is none
     */
    private record Begun(
            List<PlannedInterruptedStep> candidates,
            @Nullable InterruptedRunException obstacle) {

        List<InterruptedStep> steps() {
            return candidates.stream().map(PlannedInterruptedStep::begun).toList();
        }

        /** Up to the first one that is not complete. */
        InterruptedRun upTo(List<Integer> done) {
            int last = 0;
            while (last < done.size() - 1 && done.get(last) == sizeOf(last)) {
                last++;
            }
            if (obstacle != null && done.get(last) == sizeOf(last)) {
                throw obstacle;
            }
            return new InterruptedRun(candidates.subList(0, last + 1), done.get(last));
        }

        InterruptedRun upTo(String revision, int done) {
            int last = 0;
            while (!candidates.get(last).begun().journal().revision().equals(revision)) {
                last++;
            }
            return new InterruptedRun(candidates.subList(0, last + 1), done);
        }

        private int sizeOf(int index) {
            return candidates.get(index).begun().prepared().statements().size();
        }
    }

    private Begun begun(Database.Locked locked) {
        List<JournalStep> journal = database.journal().interrupted(locked.session());
        JournalStep last = journal.get(journal.size() - 1);
        List<String> rows = locked.state().rows().ids();
        if (last.action() == Action.ABORT) {
            JournalStep aborted = journal.get(0);
            return new Begun(
                    List.of(new PlannedInterruptedStep(new InterruptedStep(last, undo(aborted, rows, locked)), rows)),
                    null);
        }
        List<PlannedInterruptedStep> candidates = new ArrayList<>();
        for (JournalStep step : journal) {
            try {
                Plan plan = plan(step, rows);
                PreparedStep prepared =
                        recorder.prepare(plan.steps(), locked.renderer()).get(0);
                rows = plan.rowsAfter();
                candidates.add(new PlannedInterruptedStep(new InterruptedStep(step, prepared), rows));
            } catch (InterruptedRunException e) {
                if (candidates.isEmpty()) {
                    throw e;
                }
                // As a rule it was announced only, and nobody has to know its migration any more.
                return new Begun(candidates, e);
            }
        }
        return new Begun(candidates, null);
    }

    private PreparedStep undo(JournalStep aborted, Collection<String> rows, Database.Locked locked) {
        Step step = plan(aborted, rows).steps().get(0);
        return recorder.prepareUndo(step, aborted.done(), locked.renderer());
    }

    private Plan plan(JournalStep journal, Collection<String> rows) {
        RevisionNode revision = graph.find(journal.revision())
                .orElseThrow(() -> InterruptedRunException.migrationMissing(journal.revision(), journal.summary()));
        Direction direction = journal.action() == Action.DOWN ? Direction.DOWN : Direction.UP;
        Plan plan = Planner.single(graph, rows, direction, revision.id());
        if (plan.steps().isEmpty()) {
            throw InterruptedRunException.versionTableMismatch(revision.id(), journal.summary());
        }
        return plan;
    }
}
