package dev.migrate;

import dev.migrate.error.UndecidableStatementException;
import dev.migrate.error.UnfinishedStepException;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.run.BegunStep;
import dev.migrate.run.PreparedStep;
import dev.migrate.run.Runner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with a step that has not come to its end, beside going on with it. Immutable. */
final class UnfinishedSteps {

    private final Database database;
    private final RevisionGraph graph;
    private final Recorder recorder;

    UnfinishedSteps(Database database, RevisionGraph graph, Recorder recorder) {
        this.database = database;
        this.graph = graph;
        this.recorder = recorder;
    }

    /** Finds what an earlier run has left behind, and how far it has come. */
    Optional<Unfinished> find(Database.Locked locked) {
        if (!locked.standing().isUnfinished()) {
            return Optional.empty();
        }
        Begun begun = begun(locked);
        List<Integer> done = locked.runner().done(begun.steps());
        return Optional.of(begun.upTo(done));
    }

    /** Takes back what the step has done. */
    JournalStep abort(Database.Locked locked) {
        Unfinished unfinished = find(locked).orElseThrow(() -> UnfinishedStepException.nothingTo("abort"));
        complete(unfinished.complete(), locked.runner());
        BegunStep step = unfinished.begun();
        JournalStep journal = step.journal();
        int done = unfinished.done();
        if (journal.action() == Action.ABORT) {
            locked.runner().resume(step, done);
        } else if (done == 0) {
            for (JournalStep announced : database.journal().unfinished(locked.session())) {
                locked.runner().giveUp(announced.number(), "Nothing of it was done.");
            }
        } else {
            PreparedStep undo = recorder.prepareUndo(step.prepared().step(), done, locked.dialect());
            locked.runner().settle(step, done, "It is being taken back.");
            locked.runner().run(List.of(undo), journal.number(), completed -> {});
        }
        locked.runner().settle();
        return journal;
    }

    /** Records what a person has seen. */
    JournalStep resolve(Database.Locked locked, Resolution resolution) {
        if (!locked.standing().isUnfinished()) {
            throw UnfinishedStepException.nothingTo("resolve");
        }
        Begun begun = begun(locked);
        try {
            locked.runner().done(begun.steps());
        } catch (UndecidableStatementException e) {
            boolean isDone = resolution == Resolution.DONE;
            Unfinished unfinished = begun.upTo(e.revision(), isDone ? e.statementNumber() : e.statementNumber() - 1);
            String note =
                    "Statement " + e.statementNumber() + " was resolved by hand: " + (isDone ? "done." : "not done.");
            complete(unfinished.complete(), locked.runner());
            locked.runner().settle(unfinished.begun(), unfinished.done(), note);
            return database.journal()
                    .read(locked.session(), unfinished.begun().journal().number());
        }
        throw UnfinishedStepException.nothingInDoubt(
                begun.candidates().get(0).begun().journal().summary());
    }

    private static void complete(List<UnfinishedStep> steps, Runner runner) {
        for (UnfinishedStep step : steps) {
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
            List<UnfinishedStep> candidates, @Nullable UnfinishedStepException obstacle) {

        List<BegunStep> steps() {
            return candidates.stream().map(UnfinishedStep::begun).toList();
        }

        /** Up to the first one that is not complete. */
        Unfinished upTo(List<Integer> done) {
            int last = 0;
            while (last < done.size() - 1 && done.get(last) == sizeOf(last)) {
                last++;
            }
            if (obstacle != null && done.get(last) == sizeOf(last)) {
                throw obstacle;
            }
            return new Unfinished(candidates.subList(0, last + 1), done.get(last));
        }

        Unfinished upTo(String revision, int done) {
            int last = 0;
            while (!candidates.get(last).begun().journal().revision().equals(revision)) {
                last++;
            }
            return new Unfinished(candidates.subList(0, last + 1), done);
        }

        private int sizeOf(int index) {
            return candidates.get(index).begun().prepared().statements().size();
        }
    }

    private Begun begun(Database.Locked locked) {
        List<JournalStep> journal = database.journal().unfinished(locked.session());
        JournalStep last = journal.get(journal.size() - 1);
        List<String> rows = locked.standing().rows().ids();
        if (last.action() == Action.ABORT) {
            JournalStep aborted = journal.get(0);
            return new Begun(List.of(new UnfinishedStep(new BegunStep(last, undo(aborted, rows, locked)), rows)), null);
        }
        List<UnfinishedStep> candidates = new ArrayList<>();
        for (JournalStep step : journal) {
            try {
                Plan plan = plan(step, rows);
                PreparedStep prepared =
                        recorder.prepare(plan.steps(), locked.dialect()).get(0);
                rows = plan.rowsAfter();
                candidates.add(new UnfinishedStep(new BegunStep(step, prepared), rows));
            } catch (UnfinishedStepException e) {
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
        return recorder.prepareUndo(step, aborted.done(), locked.dialect());
    }

    private Plan plan(JournalStep journal, Collection<String> rows) {
        RevisionNode revision = graph.find(journal.revision())
                .orElseThrow(() -> UnfinishedStepException.withoutMigration(journal.revision(), journal.summary()));
        Direction direction = journal.action() == Action.DOWN ? Direction.DOWN : Direction.UP;
        Plan plan = Planner.single(graph, rows, direction, revision.id());
        if (plan.steps().isEmpty()) {
            throw UnfinishedStepException.outOfPlace(revision.id(), journal.summary());
        }
        return plan;
    }
}
