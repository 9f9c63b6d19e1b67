package dev.migrate;

import dev.migrate.diff.Change;
import dev.migrate.diff.ObjectKind;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.HistoryException;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.LockException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.internal.codegen.SourceWriter;
import dev.migrate.internal.engine.AppliedMigrationsModel;
import dev.migrate.internal.engine.Database;
import dev.migrate.internal.engine.DatabaseCheck;
import dev.migrate.internal.engine.DatabaseComparison;
import dev.migrate.internal.engine.History;
import dev.migrate.internal.engine.LockedDatabase;
import dev.migrate.internal.engine.MigrationRenderer;
import dev.migrate.internal.engine.MigrationRun;
import dev.migrate.internal.engine.OfflineScript;
import dev.migrate.internal.engine.Recovery;
import dev.migrate.internal.engine.Session;
import dev.migrate.internal.engine.StampRun;
import dev.migrate.internal.load.SourceLoader;
import dev.migrate.journal.JournalStep;
import dev.migrate.model.Model;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.NewRevision;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.Anchor;
import dev.migrate.revision.HistoryChart;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
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

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer renderer;
    private final SourceWriter sources;
    private final List<Path> folders;
    private final @Nullable Model model;
    private final BiPredicate<ObjectKind, String> included;

    Migrator(
            Database database,
            RevisionGraph graph,
            MigrationRenderer renderer,
            SourceWriter sources,
            List<Path> folders,
            @Nullable Model model,
            BiPredicate<ObjectKind, String> included) {
        this.model = model;
        this.included = included;
        this.database = database;
        this.graph = graph;
        this.renderer = renderer;
        this.sources = sources;
        this.folders = List.copyOf(folders);
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
     * @throws LockException if somebody else migrates the database and does not end in time; nothing was run
     * @throws InvalidMigrationException if a migration throws while it records; nothing was run then
     * @throws StatementFailedException if a statement fails; the steps before it are complete, and the next run goes on
     *     with the statement that failed
     * @throws dev.migrate.error.StatementOutcomeUnknownException if an earlier run died, and of one of its statements nobody
     *     can see whether it was carried out; see {@link #resolve}
     * @throws dev.migrate.error.InterruptedRunException if an earlier run did not end, and its migration was edited in a
     *     part that has run
     * @throws InterruptedRunException if an earlier run did not end, and its migration is missing
     * @throws HistoryException if the version table cannot be read or written
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
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
     * @throws LockException if somebody else migrates the database and does not end in time; nothing was run
     * @throws InvalidMigrationException if a migration throws while it records; nothing was run then
     * @throws StatementFailedException if a statement fails; the steps before it are complete, and the next run goes on
     *     with the statement that failed
     * @throws dev.migrate.error.StatementOutcomeUnknownException if an earlier run died, and of one of its statements nobody
     *     can see whether it was carried out; see {@link #resolve}
     * @throws dev.migrate.error.InterruptedRunException if an earlier run did not end, and its migration was edited in a
     *     part that has run
     * @throws InterruptedRunException if an earlier run did not end, and its migration is missing
     * @throws HistoryException if the version table cannot be read or written
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public RunResult downgrade(String target) {
        return run(rows -> Planner.downgrade(graph, rows, target));
    }

    /**
     * Writes an upgrade as a script for the command-line client of the server, instead of running it. The database is
     * only read, for its server's version and, unless the target is a range, for where it stands.
     *
     * @param target where to go, as a rule {@code head}, or a range such as {@code 001:head}
     * @return the script, without statements if there is nothing to do
     * @throws RevisionException if the target does not exist, or cannot be reached by going up
     * @throws dev.migrate.error.InvalidMigrationException if a step needs Java or the database
     * @throws InterruptedRunException if an earlier run did not end
     * @throws InvalidMigrationException if a migration throws while it records
     * @throws HistoryException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public MigrationScript upgradeScript(String target) {
        return offline(Direction.UP).script(target);
    }

    /**
     * Writes an upgrade as a script for the command-line client of a server. No database is asked.
     *
     * @param target where to go: from the base, unless it is a range such as {@code 001:head}
     * @param renderer the dialect of the server that will run it: see {@link DatabaseProviders}
     * @return the script, without statements if there is nothing to do
     * @throws RevisionException if the target does not exist, or cannot be reached by going up
     * @throws dev.migrate.error.InvalidMigrationException if a step needs Java or the database
     * @throws InvalidMigrationException if a migration throws while it records
     */
    public MigrationScript upgradeScript(String target, SqlRenderer renderer) {
        return offline(Direction.UP).script(target, renderer);
    }

    /**
     * Writes a downgrade as a script for the command-line client of the server, instead of running it. The database is
     * only read, for its server's version and, unless the target is a range, for where it stands.
     *
     * @param target where to go, or a range such as {@code 003:001}
     * @return the script, without statements if there is nothing to do
     * @throws RevisionException if the target does not exist, or cannot be reached by going down
     * @throws dev.migrate.error.InvalidMigrationException if a step needs Java or the database
     * @throws InterruptedRunException if an earlier run did not end
     * @throws InvalidMigrationException if a migration throws while it records
     * @throws HistoryException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public MigrationScript downgradeScript(String target) {
        return offline(Direction.DOWN).script(target);
    }

    /**
     * Writes a downgrade as a script for the command-line client of a server. No database is asked.
     *
     * @param range from where to where, for instance {@code 003:001}
     * @param renderer the dialect of the server that will run it: see {@link DatabaseProviders}
     * @return the script, without statements if there is nothing to do
     * @throws RevisionException if it is no range, names nothing, or does not lead down
     * @throws dev.migrate.error.InvalidMigrationException if a step needs Java or the database
     * @throws InvalidMigrationException if a migration throws while it records
     */
    public MigrationScript downgradeScript(String range, SqlRenderer renderer) {
        return offline(Direction.DOWN).script(range, renderer);
    }

    private OfflineScript offline(Direction direction) {
        return new OfflineScript(database, graph, renderer, direction);
    }

    /**
     * Says what {@link #downgrade} would do; nothing is changed, and nobody else is kept from changing the database in
     * between. A step that an earlier run has not brought to its end is not among it.
     *
     * @param target where to go: a revision, which stays applied, {@code -1} for one step, or {@code base}
     * @return the steps that would run, with what they lose; none if the database is there already
     * @throws RevisionException if the target does not exist, or cannot be reached by going down
     * @throws InvalidMigrationException if a migration throws while it records
     * @throws HistoryException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<PlannedStep> planDowngrade(String target) {
        return Planner.downgrade(graph, rows(), target).steps().stream()
                .map(step -> new PlannedStep(step, renderer.operations(step)))
                .toList();
    }

    /**
     * Makes a database ready: creates the version table if it is missing, and applies every revision that is not applied
     * yet. May be repeated.
     *
     * @return what was done
     * @throws MigrateException as {@link #upgrade} does
     */
    public InitResult init() {
        return init(false);
    }

    /**
     * Makes a database ready, even if it does not exist: creates it with the character set {@code utf8mb4}, then does what
     * {@link #init()} does.
     *
     * @param server gives connections to the same server that need no database; used only if the database is missing
     * @param name the name of the database that the migrator's own {@code DataSource} connects to
     * @return what was done
     * @throws dev.migrate.error.ConnectionFailedException if the database is missing and cannot be created
     * @throws MigrateException as {@link #upgrade} does
     */
    public InitResult init(DataSource server, String name) {
        return init(database.createIfMissing(server, name));
    }

    private InitResult init(boolean isDatabaseCreated) {
        boolean isVersionTableCreated = LockedDatabase.createTables(database);
        return new InitResult(isDatabaseCreated, isVersionTableCreated, upgrade("heads"));
    }

    /**
     * Writes into the version table that the database is at a revision, and runs nothing.
     *
     * @param targets the revisions, as a rule one; {@code base} for none
     * @return what the table held before and holds now
     * @throws RevisionException if a target does not exist, or two of them contradict each other
     * @throws LockException if somebody else migrates the database and does not end in time
     * @throws HistoryException if the version table cannot be read or written; nothing was changed then
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public StampResult stamp(String... targets) {
        return record(rows -> Planner.stamp(graph, rows, targets), false);
    }

    /**
     * Empties the version table and writes into it that the database is at a revision; runs nothing. Unlike
     * {@link #stamp} it takes a table that holds ids of no migration.
     *
     * @param targets the revisions, as a rule one; {@code base} for none
     * @return what the table held before and holds now
     * @throws RevisionException if a target does not exist, or two of them contradict each other
     * @throws LockException if somebody else migrates the database and does not end in time
     * @throws HistoryException if the version table cannot be read or written; nothing was changed then
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public StampResult purge(String... targets) {
        return record(rows -> Planner.purge(graph, rows, targets), true);
    }

    /**
     * Says where the database stands. Nothing is created, not even the version table.
     *
     * @return the revisions in the version table, ordered as in {@link #history()}; none where nothing is applied
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws HistoryException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<RevisionStatus> current() {
        return history().stream().filter(RevisionStatus::isCurrent).toList();
    }

    /**
     * Says which step an earlier run has begun and not brought to its end, if there is one. It may be running right now;
     * of several that were announced together, it is the first.
     *
     * @return what the journal says of it
     * @throws HistoryException if the version table or the journal cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public Optional<JournalStep> interrupted() {
        try (Session session = database.open()) {
            History history = database.history(session);
            return history.state().isInterrupted() ? history.interrupted() : Optional.empty();
        }
    }

    /**
     * Reads the journal: everything that was ever done with this database through this library, with who did it, when and
     * how long it took. The revisions with their parents are in there, so that the graph of what is applied can be read
     * without the migrations.
     *
     * @return the steps, the first one first
     * @throws HistoryException if the journal cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<JournalStep> journal() {
        try (Session session = database.open()) {
            return database.history(session).steps(0, Integer.MAX_VALUE);
        }
    }

    /**
     * Takes back what an unfinished step has done, statement by statement, by the inverses of its operations.
     *
     * @return the step as it stood before
     * @throws InterruptedRunException if no step is unfinished, or something of it has no exact inverse; nothing was
     *     changed
     * @throws dev.migrate.error.StatementOutcomeUnknownException if nobody can see how far the step has come
     * @throws dev.migrate.error.InterruptedRunException if its migration was edited in a part that has run
     * @throws LockException if somebody else migrates the database and does not end in time
     * @throws StatementFailedException if a statement fails; what was taken back before it stays so
     * @throws HistoryException if the version table or the journal cannot be read or written
     * @throws ConnectionFailedException if there is no usable connection
     */
    public JournalStep abort() {
        return recovery().abort();
    }

    /**
     * Records what a person has seen of the statement that a run could not decide; see {@link
     * dev.migrate.error.StatementOutcomeUnknownException}. Nothing runs; the next upgrade or downgrade goes on from there.
     *
     * @param resolution what is the case
     * @return the step as it stands now
     * @throws InterruptedRunException if no step is unfinished, or nothing of it is in doubt; nothing was changed
     * @throws dev.migrate.error.InterruptedRunException if its migration was edited in a part that has run
     * @throws LockException if somebody else migrates the database and does not end in time
     * @throws HistoryException if the version table or the journal cannot be read or written
     * @throws ConnectionFailedException if there is no usable connection
     */
    public JournalStep resolve(StatementOutcome resolution) {
        return recovery().resolve(resolution == StatementOutcome.DONE);
    }

    /**
     * Lists all revisions, applied or not.
     *
     * @return the revisions, each before what it needs
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws HistoryException if the version table cannot be read
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
     * @throws HistoryException if the version table cannot be read
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
     * @throws HistoryException if the version table cannot be read
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
     * @throws HistoryException if the version table is needed and cannot be read
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
     * Finds the source of a migration in the folders that the builder was given, or in others.
     *
     * @param id the whole id of the revision
     * @param more folders to look in besides, for migrations that come as classes; they may not exist
     * @return the file, or empty if there is none
     * @throws dev.migrate.error.RevisionException if no revision has the id
     */
    public Optional<Path> sourceFile(String id, Path... more) {
        List<Path> all = new ArrayList<>(folders);
        all.addAll(List.of(more));
        return SourceLoader.fileOf(all, renderer.className(graph.node(id).id()));
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
     * Writes the source of the revision that joins lines. The database is not asked.
     *
     * @param source where it is written, and what it looks like
     * @param message what the revision says of itself, in one line
     * @param targets what to join: {@code heads}, or two revisions at least that no other follows
     * @return the revision and its file
     * @throws RevisionException if a target does not exist, if there are not two of them, or if one is no head
     * @throws SourceException if there is such a file, or it cannot be written
     */
    public WrittenMigration merge(SourceOptions source, String message, String... targets) {
        return sources.write(merge(message, targets), source, List.of(), Optional.empty());
    }

    /**
     * Writes the source of a new revision, which a person fills in. The database is not asked, and nothing is written
     * unless the revision fits into the graph.
     *
     * @param wanted the revision and what it follows
     * @param source where it is written, and what it looks like
     * @return the revision and its file
     * @throws dev.migrate.error.RevisionException if others follow already what it shall follow, and that is not said to
     *     be meant
     * @throws dev.migrate.error.RevisionException if it shall follow the head, and there are several
     * @throws RevisionException if an expression names nothing, or its id or a label is in use or cannot be used
     * @throws SourceException if there is such a file, or it cannot be written
     */
    public WrittenMigration revision(NewRevision wanted, SourceOptions source) {
        return revision(wanted, source, List.of(), Optional.empty());
    }

    /**
     * Writes the source of a new revision that makes changes.
     *
     * @param up what leads to it; none for a revision that a person fills in
     * @param down what leads back, or nothing where it shall be derived from what leads up
     */
    WrittenMigration revision(NewRevision wanted, SourceOptions source, List<Change> up, Optional<List<Change>> down) {
        return sources.write(Planner.addition(graph, wanted), source, up, down);
    }

    /**
     * Tells whether this migrator knows which schema is wanted, and so can compare the database with it.
     *
     * @return whether the builder was given a model
     */
    public boolean hasModel() {
        return model != null;
    }

    /**
     * Compares the database with the model: says what would lead from the one to the other. What is called differently is
     * something else; {@link SchemaDiff#probableRenames()} says what may only have another name.
     *
     * @return the differences; none if the database is what the model wants
     * @throws IllegalStateException if the builder was given no model
     * @throws dev.migrate.error.SchemaException if the schema cannot be read
     * @throws dev.migrate.error.SchemaException if the model is broken
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public SchemaDiff diff() {
        return diff(Renames.NONE);
    }

    /**
     * Compares the database with the model: says what would lead from the one to the other.
     *
     * @param renames the renames that are meant; without one, what is called differently is something else
     * @return the differences; none if the database is what the model wants
     * @throws IllegalStateException if the builder was given no model
     * @throws dev.migrate.error.SchemaException if the schema cannot be read
     * @throws dev.migrate.error.SchemaException if the model is broken
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public SchemaDiff diff(Renames renames) {
        if (model == null) {
            throw new IllegalStateException("This Migrator has no model; call model(...) on its builder.");
        }
        return comparison().with(model, renames);
    }

    /**
     * Compares the database with what the applied migrations make: says what would undo what was done beside them. For
     * that, they run in a scratch database on the same server, whose name begins with {@code migrate_scratch_}.
     *
     * @return the differences; none if nothing was done beside the migrations
     * @throws dev.migrate.error.SchemaException if the scratch database cannot be created
     * @throws MigrateException if the database cannot be read, or a migration fails in the scratch database
     */
    public SchemaDiff drift() {
        Model migrations = new AppliedMigrationsModel(database, graph, renderer, rows());
        return comparison().with(migrations, Renames.NONE);
    }

    private DatabaseComparison comparison() {
        return new DatabaseComparison(database.requireDataSource(), renderer(), database.versionTable(), included);
    }

    private SqlRenderer renderer() {
        try (Session session = database.open()) {
            return DatabaseProviders.renderer(session.identify().version());
        }
    }

    /**
     * Writes the statements that would make changes, as the server would get them after {@link SqlRenderer#merge}.
     *
     * @param diff the differences
     * @return the statements in their order; what only the database knows at that time stands in them in words
     * @throws dev.migrate.error.InvalidMigrationException if the server cannot do one of them
     * @throws ConnectionFailedException if there is no usable connection
     */
    public List<String> statements(SchemaDiff diff) {
        SqlRenderer renderer = renderer();
        return renderer.merge(diff.changes().stream().map(Change::operation).toList()).stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .map(PlannedStatement::text)
                .toList();
    }

    /**
     * Writes the source of a new revision that leads from the database to the model; nothing is taken for renamed.
     *
     * @param wanted the revision and what it follows
     * @param source where it is written, and what it looks like
     * @return the revision and its file, or empty if there is no difference and so nothing was written
     * @throws IllegalStateException if the builder was given no model
     * @throws dev.migrate.error.SourceException if not all revisions are applied
     * @throws RevisionException as {@link #revision}
     * @throws SourceException if there is such a file, or it cannot be written
     * @throws ConnectionFailedException if there is no usable connection
     */
    public Optional<WrittenMigration> autogenerate(NewRevision wanted, SourceOptions source) {
        return autogenerate(wanted, source, Renames.NONE);
    }

    /**
     * Writes the source of a new revision that leads from the database to the model.
     *
     * @param wanted the revision and what it follows
     * @param source where it is written, and what it looks like
     * @param renames the renames that are meant
     * @return the revision and its file, or empty if there is no difference and so nothing was written
     * @throws IllegalStateException if the builder was given no model
     * @throws dev.migrate.error.SourceException if not all revisions are applied
     * @throws RevisionException as {@link #revision}
     * @throws SourceException if there is such a file, or it cannot be written
     * @throws ConnectionFailedException if there is no usable connection
     */
    public Optional<WrittenMigration> autogenerate(NewRevision wanted, SourceOptions source, Renames renames) {
        List<String> pending = Planner.upgrade(graph, rows(), "heads").steps().stream()
                .map(step -> step.revision().id())
                .toList();
        if (!pending.isEmpty()) {
            throw SourceException.notUpToDate(pending);
        }
        SchemaDiff diff = diff(renames);
        return diff.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(revision(wanted, source, diff.changes(), Optional.empty()));
    }

    /**
     * Connects and looks whether the database can be migrated, and what is left to do. Nothing is changed, and without
     * migrations nothing is read from the version table.
     *
     * @return the server, what the user may not do there, and where the database stands
     * @throws RevisionException if the version table holds an id that no migration has
     * @throws HistoryException if the version table cannot be read
     * @throws ConnectionFailedException if there is no usable connection
     * @throws ConnectionFailedException if no dialect knows the server
     */
    public CheckResult check() {
        DatabaseCheck check = DatabaseCheck.of(database, graph);
        return new CheckResult(
                new ServerInfo(check.server(), check.database(), check.user()),
                check.isReadOnly(),
                check.missingPrivileges(),
                check.applied(),
                check.pending(),
                check.interrupted());
    }

    private RunResult run(Function<Collection<String>, Plan> planner) {
        MigrationRun run = new MigrationRun(database, graph, renderer, planner);
        List<CompletedStep> steps = run.execute();
        return new RunResult(run.rowsBefore(), run.rowsAfter(), steps);
    }

    private Recovery recovery() {
        return new Recovery(database, graph, renderer);
    }

    private StampResult record(Function<Collection<String>, Plan> planner, boolean isPurge) {
        Plan plan = new StampRun(database, graph).execute(planner, isPurge);
        return new StampResult(plan.rowsBefore(), plan.rowsAfter());
    }

    private RevisionDetails details(String id) {
        return new RevisionDetails(graph.node(id), graph.children(id), List.copyOf(graph.labels(id)));
    }

    private List<String> rows() {
        try (Session session = database.open()) {
            return database.history(session).heads();
        }
    }
}
