package dev.migrate;

import dev.migrate.dialect.Dialects;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.run.ServerIdentity;
import dev.migrate.run.Session;
import dev.migrate.run.Standing;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a database can be migrated, and where it stands. Immutable.
 *
 * @param database the database
 * @param graph the revisions, perhaps none
 */
record DatabaseCheck(Database database, RevisionGraph graph) {

    CheckResult result() {
        try (Session session = database.open()) {
            ServerIdentity identity = session.identify();
            String name = identity.database();
            ServerInfo server =
                    new ServerInfo(Dialects.forServer(identity.version()).server(), name, identity.user());
            boolean isReadOnly = session.isReadOnly();
            List<String> missing = name == null ? List.of() : session.grants().missingOn(name);
            boolean isTableRead = name != null
                    && !missing.contains("SELECT")
                    && !graph.revisions().isEmpty();
            if (!isTableRead) {
                return new CheckResult(server, isReadOnly, missing, List.of(), List.of(), Optional.empty());
            }
            Standing standing = database.standing(session);
            List<String> rows = standing.rows().ids();
            return new CheckResult(
                    server,
                    isReadOnly,
                    missing,
                    applied(rows),
                    pending(rows),
                    standing.isUnfinished() ? database.unfinished(session) : Optional.empty());
        }
    }

    private List<RevisionNode> applied(List<String> rows) {
        return graph.followersFirst(graph.applied(rows)).stream()
                .map(graph::node)
                .toList();
    }

    private List<RevisionNode> pending(List<String> rows) {
        return Planner.upgrade(graph, rows, "heads").steps().stream()
                .map(Step::revision)
                .toList();
    }
}
