package dev.migrate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.UnsupportedServerException;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.RecordingFailedException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.error.VersionTableException;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.run.Runner;
import dev.migrate.run.ServerIdentity;
import dev.migrate.run.Session;
import dev.migrate.run.VersionRows;
import dev.migrate.run.VersionTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Brings a database to a revision and says where it stands.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.builder()
 *         .dataSource(dataSource)
 *         .scan("com.example.migrations")
 *         .build();
 * migrator.upgrade("head");
 * }</pre>
 *
 * <p>Each call takes one connection from the {@code DataSource}, uses it for all it does, and gives it back with the
 * settings that it came with; the {@code DataSource} itself is never closed. A {@code Migrator} is immutable and may be
 * used by several threads. It does not keep them, or other processes, from migrating one database at the same time.
 *
 * <p>Where a method takes a revision, it takes everything that {@link dev.migrate.revision.Target} describes: an id,
 * the beginning of one, {@code head}, {@code base}, {@code +1}, {@code -1} and so on.
 */
public final class Migrator {

    private final DataSource dataSource;
    private final VersionTable versionTable;
    private final RevisionGraph graph;
    private final Recorder recorder;

    Migrator(DataSource dataSource, VersionTable versionTable, RevisionGraph graph, Recorder recorder) {
        this.dataSource = dataSource;
        this.versionTable = versionTable;
        this.graph = graph;
        this.recorder = recorder;
    }

    /**
     * Starts a migrator.
     *
     * @return the builder
     */
    public static MigratorBuilder builder() {
        return new MigratorBuilder();
    }

    /**
     * Applies every revision that the target needs and that is not applied yet. Where there is none, the database is
     * only read, with one query.
     *
     * @param target where to go, as a rule {@code head}
     * @return the steps that were run; none if the database was there already
     * @throws RevisionException if the target does not exist, or cannot be reached by going up
     * @throws RecordingFailedException if a migration throws while it records; nothing was run then
     * @throws StatementFailedException if a statement fails; the steps before it are complete
     * @throws VersionTableException if the version table cannot be read or written
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public RunResult upgrade(String target) {
        return run(rows -> Planner.upgrade(graph, rows, target));
    }

    /**
     * Takes back every applied revision that follows the target or depends on what is taken back. Where there is none,
     * the database is only read, with one query.
     *
     * @param target where to go: a revision, which stays applied, {@code -1} for one step, or {@code base}
     * @return the steps that were run; none if the database was there already
     * @throws RevisionException if the target does not exist, or cannot be reached by going down
     * @throws RecordingFailedException if a migration throws while it records; nothing was run then
     * @throws StatementFailedException if a statement fails; the steps before it are complete
     * @throws VersionTableException if the version table cannot be read or written
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public RunResult downgrade(String target) {
        return run(rows -> Planner.downgrade(graph, rows, target));
    }

    /**
     * Writes into the version table that the database is at a revision, and runs nothing.
     *
     * @param targets the revisions, as a rule one; {@code base} for none
     * @return what the table held before and holds now
     * @throws RevisionException if a target does not exist, or two of them contradict each other
     * @throws VersionTableException if the version table cannot be read or written; nothing was changed then
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public StampResult stamp(String... targets) {
        try (Session session = Session.open(dataSource)) {
            VersionRows rows = versionTable.read(session);
            Plan plan = Planner.stamp(graph, rows.ids(), targets);
            if (!plan.rowChanges().isEmpty()) {
                session.begin(dialectOf(session));
                new Runner(session, versionTable).record(plan.rowChanges(), rows);
            }
            return new StampResult(plan.rowsBefore(), plan.rowsAfter());
        }
    }

    /**
     * Says where the database stands. Nothing is created, not even the version table.
     *
     * @return the revisions in the version table, ordered as in {@link #history()}; none where nothing is applied
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws VersionTableException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<RevisionStatus> current() {
        return history().stream().filter(RevisionStatus::isCurrent).toList();
    }

    /**
     * Lists all revisions, applied or not.
     *
     * @return the revisions, each before its parents
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws VersionTableException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<RevisionStatus> history() {
        List<String> rows;
        try (Session session = Session.open(dataSource)) {
            rows = versionTable.read(session).ids();
        }
        Set<String> applied = graph.applied(rows);
        List<RevisionStatus> history = new ArrayList<>();
        for (RevisionNode revision : graph.revisions()) {
            String id = revision.id();
            history.add(new RevisionStatus(
                    revision,
                    applied.contains(id),
                    rows.contains(id),
                    graph.heads().contains(id)));
        }
        Collections.reverse(history);
        return List.copyOf(history);
    }

    /**
     * Connects and asks the server who it is. Nothing is read from the version table.
     *
     * @return the server, and whom it takes us for
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public ServerInfo check() {
        try (Session session = Session.open(dataSource)) {
            ServerIdentity identity = session.identify();
            Dialect dialect = Dialects.forServer(identity.version());
            return new ServerInfo(dialect.server(), identity.database(), identity.user());
        }
    }

    private RunResult run(Function<Collection<String>, Plan> planner) {
        try (Session session = Session.open(dataSource)) {
            VersionRows rows = versionTable.read(session);
            Plan plan = planner.apply(rows.ids());
            List<CompletedStep> completed = List.of();
            if (!plan.steps().isEmpty()) {
                Dialect dialect = dialectOf(session);
                // All of it is recorded and rendered before any of it runs.
                var steps = recorder.prepare(plan.steps(), dialect);
                session.begin(dialect);
                completed = new Runner(session, versionTable).run(steps, rows);
            }
            return new RunResult(plan.rowsBefore(), plan.rowsAfter(), completed);
        }
    }

    private static Dialect dialectOf(Session session) throws MigrateException {
        return Dialects.forServer(session.identify().version());
    }
}
