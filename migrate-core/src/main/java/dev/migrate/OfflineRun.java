package dev.migrate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Statement;
import dev.migrate.error.UnfinishedStepException;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.PreparedStep;
import dev.migrate.run.Session;
import dev.migrate.run.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An upgrade or a downgrade that is written down instead of carried out. Immutable. */
final class OfflineRun {

    private final Database database;
    private final RevisionGraph graph;
    private final Recorder recorder;
    private final Direction direction;

    OfflineRun(Database database, RevisionGraph graph, Recorder recorder, Direction direction) {
        this.database = database;
        this.graph = graph;
        this.recorder = recorder;
        this.direction = direction;
    }

    /** For the server of the database, and from where that stands unless the target says it. */
    MigrationScript script(String target) {
        Target where = TargetParser.parse(target);
        try (Session session = database.open()) {
            Dialect dialect = Dialects.forServer(session.identify().version());
            Plan plan = where.accept(new Target.Visitor<Plan>() {
                @Override
                public Plan place(Target.Place place) {
                    return planFrom(standing(session), place);
                }

                @Override
                public Plan range(Target.Range range) {
                    return plan(range);
                }
            });
            return script(plan, dialect, Unknowns.askedOf(session));
        }
    }

    /** For a server that is not there. Only the way up has a start that goes without saying. */
    MigrationScript script(String target, Dialect dialect) {
        Target where = TargetParser.parse(target);
        boolean isWholeWay = direction == Direction.UP && where instanceof Target.Place;
        Target.Range range = isWholeWay
                ? new Target.Range(Optional.empty(), Optional.of(TargetParser.place(target)))
                : TargetParser.range(target);
        return script(plan(range), dialect, Unknowns.thatNobodyKnows());
    }

    private List<String> standing(Session session) {
        Standing standing = database.standing(session);
        List<JournalStep> unfinished =
                standing.isUnfinished() ? database.journal().unfinished(session) : List.of();
        if (!unfinished.isEmpty()) {
            throw UnfinishedStepException.inTheWay(unfinished.get(0).summary());
        }
        return standing.rows().ids();
    }

    private Plan planFrom(List<String> rows, Target.Place place) {
        return direction == Direction.UP
                ? Planner.upgrade(graph, rows, List.of(place))
                : Planner.downgrade(graph, rows, place);
    }

    private Plan plan(Target.Range range) {
        return direction == Direction.UP ? Planner.upgrade(graph, range) : Planner.downgrade(graph, range);
    }

    private MigrationScript script(Plan plan, Dialect dialect, Unknowns unknowns) {
        List<PreparedStep> prepared = plan.steps().stream()
                .map(step -> recorder.prepareOffline(step, dialect, unknowns))
                .toList();
        ScriptText text = new ScriptText(database.frame(dialect));
        text.begin(plan, direction, unrelated(plan));
        for (PreparedStep step : prepared) {
            text.step(step);
        }
        text.end(plan);
        return new MigrationScript(
                dialect.server(),
                plan.rowsBefore(),
                plan.rowsAfter(),
                prepared.stream().map(step -> scripted(step, dialect)).toList(),
                text.toString());
    }

    private ScriptStep scripted(PreparedStep prepared, Dialect dialect) {
        return new ScriptStep(
                prepared.step(),
                prepared.statements().stream().map(Statement::text).toList(),
                prepared.step().rowChanges().stream()
                        .map(change -> database.versions().sql(change, dialect))
                        .toList());
    }

    /** The revisions that neither stand on what the script does nor are what it stands on: any of them may be applied. */
    private List<String> unrelated(Plan plan) {
        List<String> run =
                plan.steps().stream().map(step -> step.revision().id()).toList();
        Set<String> unrelated = new TreeSet<>();
        graph.revisions().stream().map(RevisionNode::id).forEach(unrelated::add);
        unrelated.removeAll(graph.ancestors(plan.rowsBefore()));
        unrelated.removeAll(graph.ancestors(run));
        unrelated.removeAll(graph.descendants(run));
        return List.copyOf(unrelated);
    }
}
