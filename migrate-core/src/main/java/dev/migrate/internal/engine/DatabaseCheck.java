package dev.migrate.internal.engine;

import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.ServerVersion;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking whether a database can be migrated, and what is pending. Immutable.
 *
 * @param server the version of the server
 * @param database the current database, or null if none is selected
 * @param user the account that the server authenticated
 * @param isReadOnly whether the server rejects writes
 * @param missingPrivileges the privileges that migrating needs and the user lacks
 * @param applied the applied revisions
 * @param pending the revisions that an upgrade would apply
 * @param interrupted the interrupted step
 */
public record DatabaseCheck(
        ServerVersion server,
        @Nullable String database,
        String user,
        boolean isReadOnly,
        List<String> missingPrivileges,
        List<RevisionNode> applied,
        List<RevisionNode> pending,
        Optional<JournalStep> interrupted) {

    /** Checks a database; without revisions the version table is not read. */
    public static DatabaseCheck of(Database database, RevisionGraph graph) {
        try (Session session = database.open()) {
            ServerIdentity identity = session.identify();
            ServerVersion server = session.version(identity);
            String name = identity.database();
            boolean isReadOnly = session.isReadOnly();
            List<String> missing = name == null ? List.of() : session.missingPrivileges(name);
            boolean isHistoryReadable = name != null
                    && !missing.contains("SELECT")
                    && !graph.revisions().isEmpty();
            if (!isHistoryReadable) {
                return new DatabaseCheck(
                        server, name, identity.user(), isReadOnly, missing, List.of(), List.of(), Optional.empty());
            }
            History history = database.history(session);
            DatabaseState state = history.state();
            return new DatabaseCheck(
                    server,
                    name,
                    identity.user(),
                    isReadOnly,
                    missing,
                    applied(graph, state.heads()),
                    pending(graph, state.heads()),
                    state.isInterrupted() ? history.interrupted() : Optional.empty());
        }
    }

    private static List<RevisionNode> applied(RevisionGraph graph, List<String> heads) {
        return graph.reverseTopologicalOrder(graph.applied(heads)).stream()
                .map(graph::node)
                .toList();
    }

    private static List<RevisionNode> pending(RevisionGraph graph, List<String> heads) {
        return Planner.upgrade(graph, heads, "heads").steps().stream()
                .map(Step::revision)
                .toList();
    }
}
