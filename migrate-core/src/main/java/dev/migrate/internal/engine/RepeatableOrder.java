package dev.migrate.internal.engine;

import dev.migrate.internal.load.MigrationSet;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which repeatable migrations run: the declared one, then a view after the views that it queries, then that
 * of the names.
 */
final class RepeatableOrder {

    private final SqlRenderer renderer;
    private final Map<String, PreparedStep> steps = new TreeMap<>();
    private final Map<String, RevisionNode> nodes = new TreeMap<>();
    private final Map<String, String> creators = new HashMap<>();
    private final Map<String, Set<String>> queried = new TreeMap<>();

    /** Creates an empty order. */
    RepeatableOrder(SqlRenderer renderer) {
        this.renderer = renderer;
    }

    /** Adds a repeatable migration. */
    void add(RevisionNode node, PreparedStep step) {
        steps.put(node.id(), step);
        nodes.put(node.id(), node);
        for (Operation operation : step.operations()) {
            if (operation instanceof ExecuteScript script) {
                readViews(node.id(), script);
            }
        }
    }

    /** Returns the steps in order. */
    List<PreparedStep> steps() {
        RevisionGraph order = MigrationSet.order(nodes.values());
        for (Map.Entry<String, Set<String>> each : queried.entrySet()) {
            for (String view : each.getValue()) {
                String creator = creators.get(view);
                // What is declared has precedence.
                if (creator != null && !order.ancestors(Set.of(creator)).contains(each.getKey())) {
                    nodes.computeIfPresent(each.getKey(), (name, node) -> after(node, creator));
                    order = MigrationSet.order(nodes.values());
                }
            }
        }
        return order.revisions().stream()
                .map(node -> Objects.requireNonNull(steps.get(node.id())))
                .toList();
    }

    private static RevisionNode after(RevisionNode node, String other) {
        Set<String> all = new TreeSet<>(node.dependsOn());
        all.add(other);
        return new RevisionNode(node.id(), List.of(), List.of(), List.copyOf(all), node.message());
    }

    private void readViews(String name, ExecuteScript script) {
        List<PlannedStatement> statements = renderer.render(script);
        List<Inverse<Operation>> removals = renderer.removals(script);
        for (int i = 0; i < removals.size(); i++) {
            if (removals.get(i) instanceof Inverse.Exact<Operation> exact) {
                String sql = statements.get(i).text();
                exact.operations().forEach(removal -> readView(name, removal, sql));
            }
        }
    }

    private void readView(String name, Operation removal, String sql) {
        if (removal instanceof DropView drop) {
            creators.put(drop.name(), name);
            queried.computeIfAbsent(name, key -> new TreeSet<>()).addAll(renderer.queriedTables(sql));
        }
    }
}
