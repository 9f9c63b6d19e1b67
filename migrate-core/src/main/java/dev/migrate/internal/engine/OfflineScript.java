package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An upgrade or a downgrade that is written down instead of carried out. Immutable. */
public final class OfflineScript {

    /**
     * A script and the plan that it carries out. Immutable.
     *
     * @param server the server that it is written for
     * @param plan the plan
     * @param steps the steps of the plan with their statements
     * @param text the text for the command-line client
     */
    public record Script(ServerVersion server, Plan plan, List<PreparedStep> steps, String text) {

        /** Copies the list. */
        public Script {
            steps = List.copyOf(steps);
        }
    }

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer recorder;
    private final Direction direction;

    public OfflineScript(Database database, RevisionGraph graph, MigrationRenderer recorder, Direction direction) {
        this.database = database;
        this.graph = graph;
        this.recorder = recorder;
        this.direction = direction;
    }

    /** For the server of the database, and from where that stands unless the target says it. */
    public Script script(String target) {
        Target where = TargetParser.parse(target);
        try (Session session = database.open()) {
            SqlRenderer renderer = session.renderer(session.identify());
            Plan plan = where.accept(new Target.Visitor<Plan>() {
                @Override
                public Plan place(Target.Place place) {
                    return planFrom(state(session), place);
                }

                @Override
                public Plan range(Target.Range range) {
                    return plan(range);
                }
            });
            return script(plan, renderer, DeferredSqlResolver.askedOf(session));
        }
    }

    /** For a server that is not there. Only the way up has a start that goes without saying. */
    public Script script(String target, SqlRenderer renderer) {
        Target where = TargetParser.parse(target);
        boolean isWholeWay = direction == Direction.UP && where instanceof Target.Place;
        Target.Range range = isWholeWay
                ? new Target.Range(Optional.empty(), Optional.of(TargetParser.place(target)))
                : TargetParser.range(target);
        return script(plan(range), renderer, DeferredSqlResolver.thatNobodyKnows());
    }

    private List<String> state(Session session) {
        History history = database.history(session);
        DatabaseState state = history.state();
        if (state.isInterrupted()) {
            history.interrupted().ifPresent(step -> {
                throw InterruptedRunException.unfinished(step.summary());
            });
        }
        return state.heads();
    }

    private Plan planFrom(List<String> rows, Target.Place place) {
        return direction == Direction.UP
                ? Planner.upgrade(graph, rows, List.of(place))
                : Planner.downgrade(graph, rows, place);
    }

    private Plan plan(Target.Range range) {
        return direction == Direction.UP ? Planner.upgrade(graph, range) : Planner.downgrade(graph, range);
    }

    private Script script(Plan plan, SqlRenderer renderer, DeferredSqlResolver unknowns) {
        List<PreparedStep> prepared = plan.steps().stream()
                .map(step -> recorder.prepareOffline(step, renderer, unknowns))
                .toList();
        ScriptText text = new ScriptText(database, renderer.server());
        text.begin(plan, direction, unrelated(plan));
        for (PreparedStep step : prepared) {
            text.step(step);
        }
        text.end(plan);
        return new Script(renderer.server(), plan, prepared, text.toString());
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
