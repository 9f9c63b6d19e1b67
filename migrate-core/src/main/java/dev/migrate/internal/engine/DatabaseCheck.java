package dev.migrate.internal.engine;

import dev.migrate.CheckResult;
import dev.migrate.ServerInfo;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a database can be migrated, and where it stands. Immutable.
 *
 * @param database the database
 * @param graph the revisions, perhaps none
 */
public record DatabaseCheck(Database database, RevisionGraph graph) {

    public CheckResult result() {
        try (Session session = database.open()) {
            ServerIdentity identity = session.identify();
            String name = identity.database();
            ServerInfo server = new ServerInfo(
                    DatabaseProviders.renderer(identity.version()).server(), name, identity.user());
            boolean isReadOnly = session.isReadOnly();
            List<String> missing = name == null ? List.of() : session.grants().missingOn(name);
            boolean isTableRead = name != null
                    && !missing.contains("SELECT")
                    && !graph.revisions().isEmpty();
            if (!isTableRead) {
                return new CheckResult(server, isReadOnly, missing, List.of(), List.of(), Optional.empty());
            }
            DatabaseState state = database.state(session);
            List<String> rows = state.rows().ids();
            return new CheckResult(
                    server,
                    isReadOnly,
                    missing,
                    applied(rows),
                    pending(rows),
                    state.isInterrupted() ? database.interrupted(session) : Optional.empty());
        }
    }

    private List<RevisionNode> applied(List<String> rows) {
        return graph.reverseTopologicalOrder(graph.applied(rows)).stream()
                .map(graph::node)
                .toList();
    }

    private List<RevisionNode> pending(List<String> rows) {
        return Planner.upgrade(graph, rows, "heads").steps().stream()
                .map(Step::revision)
                .toList();
    }
}
