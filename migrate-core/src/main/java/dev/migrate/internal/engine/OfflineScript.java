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

/** Writes an upgrade or a downgrade as an SQL script. Immutable. */
public final class OfflineScript {

    /**
     * A script and the plan that it executes. Immutable.
     *
     * @param server the server of the script
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

    /**
     * Writes a script for the server of the database, which starts at its current revisions unless the target has a
     * start.
     */
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
            History history = database.history(session);
            // A script that starts at another revision than the database does not find the state of its start there.
            boolean startsHere = new TreeSet<>(plan.rowsBefore()).equals(new TreeSet<>(history.heads()));
            return startsHere
                    ? script(plan, renderer, DeferredSqlResolver.of(session, renderer), Optional.of(history))
                    : script(plan, renderer);
        }
    }

    /** Writes a script for a server without a connection. Only an upgrade has a default start. */
    public Script script(String target, SqlRenderer renderer) {
        Target where = TargetParser.parse(target);
        boolean startsAtBase = direction == Direction.UP && where instanceof Target.Place;
        Target.Range range = startsAtBase
                ? new Target.Range(Optional.empty(), Optional.of(TargetParser.place(target)))
                : TargetParser.range(target);
        return script(plan(range), renderer);
    }

    private List<String> state(Session session) {
        History history = database.history(session);
        DatabaseState state = history.state();
        if (state.isInterrupted()) {
            history.interrupted().ifPresent(step -> {
                throw InterruptedRunException.unfinished(step.summary());
            });
        }
        history.requireNotEmptied(state);
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

    private Script script(Plan plan, SqlRenderer renderer) {
        return script(plan, renderer, DeferredSqlResolver.withoutDatabase(renderer), Optional.empty());
    }

    private Script script(Plan plan, SqlRenderer renderer, DeferredSqlResolver resolver, Optional<History> history) {
        List<PreparedStep> prepared = plan.steps().stream()
                .map(step -> recorder.prepareOffline(step, renderer, resolver))
                .toList();
        ScriptText text = new ScriptText(database, renderer.server());
        List<String> repeatables = new Repeatables(graph, recorder).notInScript(plan, direction, history);
        text.begin(plan, direction, unrelated(plan), repeatables);
        for (PreparedStep step : prepared) {
            text.step(step);
        }
        text.end(plan);
        return new Script(renderer.server(), plan, prepared, text.toString());
    }

    /** The revisions that are neither ancestors nor descendants of the start; any of them may be applied. */
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
