package dev.migrate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.UnsupportedServerException;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.LockNotAcquiredException;
import dev.migrate.error.RecordingFailedException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.error.VersionTableException;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.revision.Anchor;
import dev.migrate.revision.HistoryChart;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.PreparedStep;
import dev.migrate.run.Runner;
import dev.migrate.run.RunnerLock;
import dev.migrate.run.ServerIdentity;
import dev.migrate.run.Session;
import dev.migrate.run.VersionRows;
import dev.migrate.run.VersionTable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
 * used by several threads. Any number of threads and processes may migrate one database at the same time: one of them
 * does it, while the others wait and then find nothing left to do.
 *
 * <p>Where a method takes a revision, it takes everything that {@link dev.migrate.revision.Target} describes: an id,
 * the beginning of one, {@code head}, {@code base}, {@code +1}, {@code -1} and so on.
 */
public final class Migrator {

    private final @Nullable DataSource dataSource;
    private final VersionTable versionTable;
    private final Duration lockTimeout;
    private final RevisionGraph graph;
    private final Recorder recorder;

    Migrator(
            @Nullable DataSource dataSource,
            VersionTable versionTable,
            Duration lockTimeout,
            RevisionGraph graph,
            Recorder recorder) {
        this.dataSource = dataSource;
        this.versionTable = versionTable;
        this.lockTimeout = lockTimeout;
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
     * @throws LockNotAcquiredException if somebody else migrates the database and does not end in time; nothing was run
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
     * @throws LockNotAcquiredException if somebody else migrates the database and does not end in time; nothing was run
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
     * @throws LockNotAcquiredException if somebody else migrates the database and does not end in time
     * @throws VersionTableException if the version table cannot be read or written; nothing was changed then
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public StampResult stamp(String... targets) {
        return record(rows -> Planner.stamp(graph, rows, targets));
    }

    /**
     * Empties the version table and writes into it that the database is at a revision; runs nothing. Unlike
     * {@link #stamp} it takes a table that holds ids of no migration.
     *
     * @param targets the revisions, as a rule one; {@code base} for none
     * @return what the table held before and holds now
     * @throws RevisionException if a target does not exist, or two of them contradict each other
     * @throws LockNotAcquiredException if somebody else migrates the database and does not end in time
     * @throws VersionTableException if the version table cannot be read or written; nothing was changed then
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public StampResult purge(String... targets) {
        return record(rows -> Planner.purge(graph, rows, targets));
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
     * @return the revisions, each before what it needs
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws VersionTableException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<RevisionStatus> history() {
        return history(":");
    }

    /**
     * Lists the revisions of a range, applied or not.
     *
     * @param range from where to where, both included, for instance {@code 001:head}, {@code current:} or {@code -3:}
     * @return the revisions, each before what it needs
     * @throws RevisionException if the range names no revisions, or they are not on one line, or the version table holds
     *     an id that no migration has
     * @throws VersionTableException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<RevisionStatus> history(String range) {
        List<String> rows = rows();
        Set<String> applied = graph.applied(rows);
        return Planner.range(graph, rows, range).stream()
                .map(id -> new RevisionStatus(details(id), applied.contains(id), rows.contains(id)))
                .toList();
    }

    /**
     * Draws all revisions, applied or not.
     *
     * @return the drawing
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws VersionTableException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public HistoryChart chart() {
        return HistoryChart.of(graph, rows());
    }

    /**
     * Lists the revisions that no other follows. The database is not asked.
     *
     * @return the heads, sorted by id
     */
    public List<RevisionDetails> heads() {
        return graph.heads().stream().map(this::details).toList();
    }

    /**
     * Lists the revisions at which lines part. The database is not asked.
     *
     * @return the branch points, sorted by id
     */
    public List<RevisionDetails> branches() {
        return graph.branchPoints().stream().map(this::details).toList();
    }

    /**
     * Shows what a target names.
     *
     * @param target a revision, {@code heads}, {@code current} and so on; the database is asked only if the target is
     *     relative to where it stands
     * @return the revisions, sorted by id; none for {@code base}
     * @throws RevisionException if the target does not exist
     * @throws VersionTableException if the version table is needed and cannot be read
     * @throws ConnectionFailedException if the database is needed and there is no usable connection
     */
    public List<RevisionDetails> show(String target) {
        Target.Place place = TargetParser.place(target);
        List<String> rows = place.anchor() instanceof Anchor.Current ? rows() : List.of();
        return Resolver.resolve(graph, rows, place).revisions().stream()
                .map(this::details)
                .toList();
    }

    /**
     * Describes the revision that joins lines: it follows all of them and changes nothing itself. The database is not
     * asked. The revision is part of the history once a migration carries it.
     *
     * @param message what the revision says of itself, in one line
     * @param targets what to join: {@code heads}, or two revisions at least that no other follows
     * @return the revision; its id depends on its parents only, so that two people who join the same lines get the same
     *     revision
     * @throws RevisionException if a target does not exist, if there are not two of them, or if one is no head
     */
    public RevisionNode merge(String message, String... targets) {
        return Planner.merge(graph, message, targets);
    }

    /**
     * Connects and asks the server who it is. Nothing is read from the version table.
     *
     * @return the server, and whom it takes us for
     * @throws ConnectionFailedException if there is no usable connection
     * @throws UnsupportedServerException if no dialect knows the server
     */
    public ServerInfo check() {
        try (Session session = open()) {
            ServerIdentity identity = session.identify();
            Dialect dialect = Dialects.forServer(identity.version());
            return new ServerInfo(dialect.server(), identity.database(), identity.user());
        }
    }

    private RunResult run(Function<Collection<String>, Plan> planner) {
        try (Session session = open()) {
            Plan atFirst = planner.apply(versionTable.read(session).ids());
            if (atFirst.steps().isEmpty()) {
                return new RunResult(atFirst.rowsBefore(), atFirst.rowsAfter(), List.of());
            }
            return whileLocked(session, (rows, dialect) -> {
                Plan plan = planner.apply(rows.ids());
                // All of it is recorded and rendered before any of it runs.
                List<PreparedStep> steps = recorder.prepare(plan.steps(), dialect);
                List<CompletedStep> completed = new Runner(session, versionTable).run(steps, rows);
                return new RunResult(plan.rowsBefore(), plan.rowsAfter(), completed);
            });
        }
    }

    private StampResult record(Function<Collection<String>, Plan> planner) {
        try (Session session = open()) {
            return whileLocked(session, (rows, dialect) -> {
                Plan plan = planner.apply(rows.ids());
                if (!plan.rowChanges().isEmpty()) {
                    new Runner(session, versionTable).record(plan.rowChanges(), rows);
                }
                return new StampResult(plan.rowsBefore(), plan.rowsAfter());
            });
        }
    }

    /** What the version table holds is read once the lock is there: whoever had it before may have changed all of it. */
    @SuppressWarnings("try") // the lock is held, not used
    private <T> T whileLocked(Session session, BiFunction<VersionRows, Dialect, T> work) {
        ServerIdentity server = session.identify();
        Dialect dialect = Dialects.forServer(server.version());
        session.begin(dialect);
        try (RunnerLock lock = RunnerLock.acquire(session, server, versionTable, lockTimeout)) {
            return work.apply(versionTable.read(session), dialect);
        }
    }

    private RevisionDetails details(String id) {
        return new RevisionDetails(graph.node(id), graph.children(id), List.copyOf(graph.labels(id)));
    }

    private List<String> rows() {
        try (Session session = open()) {
            return versionTable.read(session).ids();
        }
    }

    private Session open() {
        if (dataSource == null) {
            throw new IllegalStateException("This Migrator has no DataSource; call dataSource(...) on its builder.");
        }
        return Session.open(dataSource);
    }
}
