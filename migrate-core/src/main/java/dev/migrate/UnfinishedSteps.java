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
import dev.migrate.run.PreparedStep;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    Optional<UnfinishedStep> find(Database.Locked locked) {
        if (!locked.standing().isUnfinished()) {
            return Optional.empty();
        }
        JournalStep journal =
                database.journal().read(locked.session(), locked.standing().lastStep());
        List<String> rows = locked.standing().rows().ids();
        if (journal.action() == Action.ABORT) {
            JournalStep aborted = database.journal().read(locked.session(), journal.number() - 1);
            return Optional.of(new UnfinishedStep(journal, undo(aborted, rows, locked), rows));
        }
        Plan plan = plan(journal, rows);
        PreparedStep prepared = recorder.prepare(plan.steps(), locked.dialect()).get(0);
        return Optional.of(new UnfinishedStep(journal, prepared, plan.rowsAfter()));
    }

    /** Takes back what the step has done. */
    JournalStep abort(Database.Locked locked) {
        UnfinishedStep step = require(locked, "abort");
        JournalStep journal = step.journal();
        int done = locked.runner().done(journal, step.prepared().statements());
        if (journal.action() == Action.ABORT) {
            locked.runner().resume(step.prepared(), journal, done);
        } else if (done == 0) {
            locked.runner().giveUp(journal.number(), "Nothing of it was done.");
        } else {
            PreparedStep undo = recorder.prepareUndo(step.prepared().step(), done, locked.dialect());
            locked.runner().settle(step.prepared(), journal, done, "It is being taken back.");
            locked.runner().run(undo, journal.number() + 1);
        }
        locked.runner().settle();
        return journal;
    }

    /** Records what a person has seen. */
    JournalStep resolve(Database.Locked locked, Resolution resolution) {
        UnfinishedStep step = require(locked, "resolve");
        try {
            locked.runner().done(step.journal(), step.prepared().statements());
        } catch (UndecidableStatementException e) {
            boolean isDone = resolution == Resolution.DONE;
            int done = isDone ? e.statementNumber() : e.statementNumber() - 1;
            String note =
                    "Statement " + e.statementNumber() + " was resolved by hand: " + (isDone ? "done." : "not done.");
            locked.runner().settle(step.prepared(), step.journal(), done, note);
            return database.journal().read(locked.session(), step.journal().number());
        }
        throw UnfinishedStepException.nothingInDoubt(step.journal().summary());
    }

    private UnfinishedStep require(Database.Locked locked, String what) {
        return find(locked).orElseThrow(() -> UnfinishedStepException.nothingTo(what));
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
