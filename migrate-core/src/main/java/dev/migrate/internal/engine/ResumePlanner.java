package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.RevisionException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.provider.EffectProbe;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ProbeResult;
import dev.migrate.revision.RevisionGraph;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the steps that an interrupted run left behind, and where to resume. Immutable. */
final class ResumePlanner {

    private final RevisionGraph graph;
    private final MigrationRenderer renderer;
    private final Repeatables repeatables;

    ResumePlanner(RevisionGraph graph, MigrationRenderer renderer) {
        this.graph = graph;
        this.renderer = renderer;
        this.repeatables = new Repeatables(graph, renderer);
    }

    /** Returns the interrupted run, or empty if the last run was not interrupted. */
    Optional<InterruptedRun> find(LockedDatabase database) {
        if (!database.state().isInterrupted()) {
            return Optional.empty();
        }
        Candidates candidates = candidates(database);
        return Optional.of(candidates.upTo(done(candidates, database)));
    }

    /**
     * Returns the steps that are complete although the journal does not show it; none if that cannot be determined.
     */
    List<InterruptedStep> complete(LockedDatabase database) {
        try {
            Candidates candidates = candidates(database);
            return complete(candidates, database).complete();
        } catch (InterruptedRunException | RevisionException e) {
            return List.of();
        }
    }

    private static InterruptedRun complete(Candidates candidates, LockedDatabase database) {
        try {
            return candidates.upTo(done(candidates, database));
        } catch (StatementOutcomeUnknownException e) {
            return candidates.upTo(e.revision(), 0);
        }
    }

    /** A statement whose outcome cannot be determined, and the interrupted run for the given outcome. */
    record Doubt(StatementOutcomeUnknownException statement, InterruptedRun ifDone, InterruptedRun ifNotDone) {}

    /** Returns the statement in doubt. */
    Doubt doubt(LockedDatabase database) {
        if (!database.state().isInterrupted()) {
            throw InterruptedRunException.noUnfinishedStep("resolve");
        }
        Candidates candidates = candidates(database);
        try {
            done(candidates, database);
        } catch (StatementOutcomeUnknownException e) {
            SessionValues.Unit unit = candidates.unit(e.revision(), e.statementNumber() - 1);
            return new Doubt(e, candidates.upTo(e.revision(), unit.to()), candidates.upTo(e.revision(), unit.from()));
        }
        throw InterruptedRunException.noUnknownOutcome(
                candidates.steps().get(0).journal().summary());
    }

    private static List<Integer> done(Candidates candidates, LockedDatabase database) {
        Session session = database.session();
        EffectProbe probe = session.provider().effectProbe(session.connection());
        return new ResumePoint(
                        candidates.steps(),
                        (entry, statement) -> probe(probe, entry, statement, session),
                        session.provider()::maskSecrets)
                .done();
    }

    private static ProbeResult probe(
            EffectProbe probe, JournalStatement entry, PlannedStatement statement, Session session) {
        try {
            return probe.probe(entry, statement);
        } catch (SQLException e) {
            throw new HistoryException(
                    HistoryException.Reason.READ_FAILED,
                    Outcome.UNKNOWN,
                    "The outcome of statement " + entry.number() + " of the interrupted step could not be determined: "
                            + session.classify(e).text() + ". Nothing was changed.",
                    "Fix the cause and run again.",
                    e);
        }
    }

    /**
     * Steps whose intent was recorded together, as far as their migrations are available.
     *
     * @param steps the steps
     * @param obstacle the reason why the next step is not available, or null if there is no next step
     */
    private record Candidates(
            List<InterruptedStep> steps, @Nullable InterruptedRunException obstacle) {

        /** The run up to the first incomplete step. */
        InterruptedRun upTo(List<Integer> done) {
            int last = 0;
            while (last < done.size() - 1 && done.get(last) == steps.get(last).size()) {
                last++;
            }
            if (obstacle != null && done.get(last) == steps.get(last).size()) {
                throw obstacle;
            }
            return new InterruptedRun(steps.subList(0, last + 1), done.get(last));
        }

        InterruptedRun upTo(String revision, int done) {
            return new InterruptedRun(steps.subList(0, indexOf(revision) + 1), done);
        }

        /** The statements that are resumed together with one of them. */
        SessionValues.Unit unit(String revision, int index) {
            SessionValues.Unit unit =
                    steps.get(indexOf(revision)).prepared().sessionValues().unitOf(index);
            return unit == null ? new SessionValues.Unit(index, index + 1) : unit;
        }

        private int indexOf(String revision) {
            int index = 0;
            while (!steps.get(index).journal().revision().equals(revision)) {
                index++;
            }
            return index;
        }
    }

    private Candidates candidates(LockedDatabase database) {
        List<JournalStep> journal = database.history().interruptedSteps();
        JournalStep last = journal.get(journal.size() - 1);
        List<String> rows = database.state().heads();
        // An instance may be interrupted on a database that is ahead of it.
        RevisionGraph recorded =
                RecordedGraph.of(graph, database.history(), rows).requireNoForeign(graph, rows);
        if (last.action() == Action.ABORT) {
            return new Candidates(List.of(abort(journal.get(0), last, rows, recorded, database)), null);
        }
        List<InterruptedStep> steps = new ArrayList<>();
        for (JournalStep step : journal) {
            try {
                InterruptedStep interrupted = interrupted(step, rows, recorded, database);
                rows = interrupted.rowsAfter();
                steps.add(interrupted);
            } catch (InterruptedRunException e) {
                if (steps.isEmpty()) {
                    throw e;
                }
                // Usually its intent was recorded, but it was not started, and its migration is not needed.
                return new Candidates(steps, e);
            }
        }
        return new Candidates(steps, null);
    }

    private InterruptedStep interrupted(
            JournalStep step, List<String> rows, RevisionGraph recorded, LockedDatabase database) {
        if (step.action().isRepeatable()) {
            return new InterruptedStep(
                    step, repeatables.interrupted(step, database.history(), database.renderer()), rows);
        }
        Plan plan = plan(step, rows, recorded);
        return new InterruptedStep(step, prepare(step, plan.steps(), database), plan.rowsAfter());
    }

    private PreparedStep prepare(JournalStep journal, List<Step> steps, LockedDatabase database) {
        try {
            return database.during(() -> renderer.prepare(steps, database.renderer()))
                    .get(0);
        } catch (InvalidMigrationException e) {
            throw InterruptedRunException.migrationInvalid(journal.revision(), journal.summary(), e);
        }
    }

    private PreparedStep prepareAbort(JournalStep aborted, PreparedStep step, LockedDatabase database) {
        try {
            return database.during(() -> renderer.prepareAbort(step, aborted.done(), database.renderer()));
        } catch (InvalidMigrationException e) {
            throw InterruptedRunException.migrationInvalid(aborted.revision(), aborted.summary(), e);
        }
    }

    private InterruptedStep abort(
            JournalStep aborted,
            JournalStep abort,
            List<String> rows,
            RevisionGraph recorded,
            LockedDatabase database) {
        PreparedStep step = interrupted(aborted, rows, recorded, database).prepared();
        return new InterruptedStep(abort, prepareAbort(aborted, step, database), rows);
    }

    private Plan plan(JournalStep journal, Collection<String> rows, RevisionGraph recorded) {
        String id = journal.revision();
        if (graph.find(id).isEmpty()) {
            throw InterruptedRunException.migrationMissing(id, journal.summary(), journal.hasChangedNothing());
        }
        Direction direction = journal.action() == Action.DOWN ? Direction.DOWN : Direction.UP;
        Plan plan = Planner.single(recorded, rows, direction, id);
        if (plan.steps().isEmpty()) {
            throw InterruptedRunException.versionTableMismatch(id, journal.summary());
        }
        return plan;
    }
}
