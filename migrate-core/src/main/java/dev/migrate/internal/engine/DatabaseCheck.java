package dev.migrate.internal.engine;

import dev.migrate.journal.EditPolicy;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.ServerVersion;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking whether a database can be migrated, and what is pending. Immutable.
 *
 * @param server the version of the server
 * @param database the current database, or null if none is selected
 * @param user the account that the server authenticated
 * @param isReadOnly whether the server rejects writes
 * @param isMultiPrimary whether several servers of a cluster accept writes, and the options do not accept this
 * @param missingPrivileges the privileges that migrating needs and the user lacks
 * @param applied the applied revisions
 * @param pending the revisions that an upgrade would apply, and the repeatable migrations that it would repeat
 * @param repeatables the names of the repeatable migrations among them
 * @param newer the ids in the version table that a newer version of the application applied
 * @param foreign the ids in the version table that have nothing to do with the revisions
 * @param journalOnly the current revisions according to the journal if the version table was emptied
 * @param edited the applied migrations that have changed since they ran, unless they are ignored
 * @param interrupted the interrupted step
 */
public record DatabaseCheck(
        ServerVersion server,
        @Nullable String database,
        String user,
        boolean isReadOnly,
        boolean isMultiPrimary,
        List<String> missingPrivileges,
        List<RevisionNode> applied,
        List<RevisionNode> pending,
        List<String> repeatables,
        List<String> newer,
        List<String> foreign,
        List<String> journalOnly,
        List<EditedMigration> edited,
        Optional<JournalStep> interrupted) {

    /** Checks a database; without revisions the version table is not read. */
    public static DatabaseCheck of(Database database, RevisionGraph graph, MigrationRenderer migrations) {
        try (Session session = database.open()) {
            ServerIdentity identity = session.identify();
            ServerVersion server = session.version(identity);
            String name = identity.database();
            boolean isReadOnly = session.isReadOnly();
            boolean isMultiPrimary = !database.options().acceptsMultiPrimary() && session.isMultiPrimary();
            List<String> missing = name == null ? List.of() : session.missingPrivileges(name);
            boolean isHistoryReadable = name != null
                    && !missing.contains("SELECT")
                    && !(graph.revisions().isEmpty() && migrations.repeatables().isEmpty());
            if (!isHistoryReadable) {
                return new DatabaseCheck(
                        server,
                        name,
                        identity.user(),
                        isReadOnly,
                        isMultiPrimary,
                        missing,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty());
            }
            History history = database.history(session);
            DatabaseState state = history.state();
            RecordedGraph recorded = RecordedGraph.of(graph, history, state.heads());
            EditedMigrations comparison =
                    new EditedMigrations(graph, migrations, session.renderer(identity), session.provider());
            List<RevisionNode> pending =
                    pending(recorded.graph(), state.heads(), history, new Repeatables(graph, migrations));
            return new DatabaseCheck(
                    server,
                    name,
                    identity.user(),
                    isReadOnly,
                    isMultiPrimary,
                    missing,
                    applied(graph, recorded.graph().applied(state.heads())),
                    pending,
                    pending.stream()
                            .map(RevisionNode::id)
                            .filter(migrations::isRepeatable)
                            .toList(),
                    recorded.newer(),
                    recorded.foreign(),
                    history.journalOnly(state),
                    database.options().editPolicy() == EditPolicy.IGNORE
                            ? List.of()
                            : edited(comparison, history, state.heads()),
                    state.isInterrupted() ? history.interrupted() : Optional.empty());
        }
    }

    private static List<EditedMigration> edited(EditedMigrations comparison, History history, List<String> heads) {
        return comparison.find(comparison.recorded(history, heads)).stream()
                .map(EditedMigrations.Found::edited)
                .toList();
    }

    private static List<RevisionNode> applied(RevisionGraph graph, Set<String> applied) {
        List<String> known =
                applied.stream().filter(id -> graph.find(id).isPresent()).toList();
        return graph.reverseTopologicalOrder(known).stream().map(graph::node).toList();
    }

    private static List<RevisionNode> pending(
            RevisionGraph graph, List<String> rows, History history, Repeatables repeatables) {
        Plan plan = Planner.upgrade(graph, rows, "heads");
        Stream<Step> repeated = repeatables.upgrade(history, plan.rowsAfter(), List.of()).after().stream()
                .map(PreparedStep::step);
        return Stream.concat(plan.steps().stream(), repeated)
                .map(Step::revision)
                .toList();
    }
}
