package dev.migrate;

import dev.migrate.diff.DestructiveChange;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.RevisionException;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.StartedRun;
import dev.migrate.internal.engine.AcceptRun;
import dev.migrate.internal.engine.Database;
import dev.migrate.internal.engine.DatabaseCheck;
import dev.migrate.internal.engine.History;
import dev.migrate.internal.engine.LockedDatabase;
import dev.migrate.internal.engine.MigrationRenderer;
import dev.migrate.internal.engine.MigrationRun;
import dev.migrate.internal.engine.OfflineScript;
import dev.migrate.internal.engine.PlanCosts;
import dev.migrate.internal.engine.PreparedStep;
import dev.migrate.internal.engine.RecordedGraph;
import dev.migrate.internal.engine.Recovery;
import dev.migrate.internal.engine.RehearsalRun;
import dev.migrate.internal.engine.RepeatablePlanner;
import dev.migrate.internal.engine.RepeatableSteps;
import dev.migrate.internal.engine.Repeatables;
import dev.migrate.internal.engine.ReportedRun;
import dev.migrate.internal.engine.RunPlanner;
import dev.migrate.internal.engine.Session;
import dev.migrate.internal.engine.StampRun;
import dev.migrate.internal.engine.VerifiedPlanner;
import dev.migrate.internal.load.VerifiedDowngrades;
import dev.migrate.journal.EditPolicy;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.HistoryChart;
import dev.migrate.revision.RevisionGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Migrates a database.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.builder()
 *         .dataSource(dataSource)
 *         .scan("com.example.migrations")
 *         .build();
 * migrator.upgrade("head");
 * }</pre>
 *
 * <p>A {@code Migrator} is immutable and thread-safe. A call uses one connection of the {@code DataSource} at a time
 * and returns it with its original settings. The {@code DataSource} is never closed. Several threads and processes may
 * migrate one database at the same time: one of them runs the migrations, the others wait and then have nothing to do.
 *
 * <p>A target is any expression that {@link dev.migrate.revision.Target} describes: an id, a prefix of an id,
 * {@code head}, {@code base}, {@code +1}, {@code -1} and so on.
 *
 * <p>All failures are subclasses of {@link MigrateException}. The following may be thrown by every method that reads or
 * changes the database: {@link ConnectionFailedException} if there is no usable connection or the server is not
 * supported, {@link dev.migrate.error.HistoryException} if the version table or the journal cannot be read or written,
 * and {@link RevisionException} if the version table contains an id without a migration. Every method that changes the
 * database may also throw {@link dev.migrate.error.LockException} if another process is migrating the database and does
 * not finish in time; nothing is changed then.
 */
public final class Migrator {

    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer renderer;
    private final AuthoringSettings authoring;
    /** The downgrades that may run, or null for all. */
    private final @Nullable VerifiedDowngrades verified;

    Migrator(
            Database database,
            RevisionGraph graph,
            MigrationRenderer renderer,
            AuthoringSettings authoring,
            @Nullable VerifiedDowngrades verified) {
        this.verified = verified;
        this.database = database;
        this.graph = graph;
        this.renderer = renderer;
        this.authoring = authoring;
    }

    /**
     * Returns a new builder.
     *
     * @return the builder
     */
    public static MigratorBuilder builder() {
        return new MigratorBuilder();
    }

    /**
     * Applies the targets and every revision that they need. If an earlier run was interrupted, its step is completed
     * first. If there is nothing to do, the database is only read, with one query.
     *
     * @param targets the targets; none means {@code heads}
     * @return the steps that ran
     * @throws RevisionException if a target does not exist or cannot be reached by an upgrade
     * @throws dev.migrate.error.InvalidMigrationException if a migration throws while its operations are recorded;
     *     nothing was run
     * @throws dev.migrate.error.StatementFailedException if a statement fails; the steps before it are complete, and
     *     the next run resumes at the failed statement
     * @throws dev.migrate.error.StatementOutcomeUnknownException if an earlier run was interrupted during a statement
     *     whose outcome cannot be determined; see {@link #resolve}
     * @throws dev.migrate.error.InterruptedRunException if an earlier run was interrupted, and its migration is missing
     *     or was edited in the part that has run
     */
    public RunResult upgrade(String... targets) {
        return run(Direction.UP, targets);
    }

    /**
     * Reverts every applied revision that comes after the target or depends on a reverted one. If an earlier run was
     * interrupted, its step is completed first. If there is nothing to do, the database is only read, with one query.
     *
     * @param target the revision that stays applied, {@code -1} for one step, or {@code base}
     * @return the steps that ran
     * @throws RevisionException if the target does not exist or cannot be reached by a downgrade
     * @throws dev.migrate.error.InvalidMigrationException if a migration throws while its operations are recorded, or if
     *     {@linkplain MigratorBuilder#requireVerified verified downgrades are required} and a step was not verified; nothing
     *     was run
     * @throws MigrateException for the same reasons as {@link #upgrade}
     */
    public RunResult downgrade(String target) {
        return run(Direction.DOWN, target);
    }

    private RunResult run(Direction direction, String... targets) {
        RunPlanner planner = planner(direction, targets);
        RunPlanner permitted = direction == Direction.UP || verified == null
                ? planner
                : new VerifiedPlanner(planner, verified, renderer);
        MigrationRun run = new MigrationRun(
                database, graph, renderer, RepeatablePlanner.of(permitted, direction, graph, renderer));
        StartedRun start = new StartedRun(direction, List.of(targets));
        List<CompletedStep> steps =
                new ReportedRun(run, start, database.options().listener()).execute();
        return new RunResult(run.rowsBefore(), run.rowsAfter(), steps);
    }

    /**
     * Plans an upgrade or a downgrade without running it. The database is only read. A step that an earlier run did not
     * complete is not part of the plan.
     *
     * @param direction up or down
     * @param targets the targets; none means {@code heads}; a downgrade must have one
     * @return the steps that would run, with their operations and their SQL
     * @throws RevisionException if a target does not exist or cannot be reached in this direction
     * @throws dev.migrate.error.InvalidMigrationException if a migration throws while its operations are recorded
     * @throws IllegalArgumentException if a downgrade does not have exactly one target
     */
    public MigrationPlan plan(Direction direction, String... targets) {
        Planned planned = plan(RepeatablePlanner.of(planner(direction, targets), direction, graph, renderer));
        Plan plan = planned.revisions();
        return new MigrationPlan(
                plan.rowsBefore(), plan.rowsAfter(), planned.isEmpty() ? List.of() : planned(prepared(planned)));
    }

    /**
     * Plans an upgrade or a downgrade without running it, and determines what each statement would cost: the algorithm
     * and the lock as the server reports them, the size of the table, the expected time, and what is lost. The database
     * is only read, and the migration lock is not taken.
     *
     * <p>The statements that change tables are executed on empty clones of them, in a scratch database that is dropped
     * before the method returns. If the user may not create it, the algorithms are derived from the version of the server
     * where possible, and a remark states this.
     *
     * <p>The tables are searched for rows with which a statement would fail or whose values it would alter: NULLs under a
     * new NOT NULL, duplicates under a new unique key, and so on. Each query ends after five seconds.
     *
     * @param direction up or down
     * @param targets the targets; none means {@code heads}; a downgrade must have one
     * @return the steps that would run, with their costs
     * @throws RevisionException if a target does not exist or cannot be reached in this direction
     * @throws dev.migrate.error.InvalidMigrationException if a migration throws while its operations are recorded
     * @throws IllegalArgumentException if a downgrade does not have exactly one target
     */
    public PlanAnalysis analyze(Direction direction, String... targets) {
        return analyze(CHECK_TIMEOUT, direction, targets);
    }

    /**
     * Plans an upgrade or a downgrade as {@link #analyze(Direction, String...)} does, with another time limit for the
     * queries that search the tables.
     *
     * @param checkTimeout the time limit of each query; zero for no such queries
     * @param direction up or down
     * @param targets the targets; none means {@code heads}; a downgrade must have one
     * @return the steps that would run, with their costs
     * @throws MigrateException for the same reasons as {@link #analyze(Direction, String...)}
     */
    public PlanAnalysis analyze(Duration checkTimeout, Direction direction, String... targets) {
        Planned planned = plan(RepeatablePlanner.of(planner(direction, targets), direction, graph, renderer));
        Plan plan = planned.revisions();
        PlanCosts costs = PlanCosts.of(database, prepared(planned), checkTimeout);
        return new PlanAnalysis(
                plan.rowsBefore(),
                plan.rowsAfter(),
                costs.steps().stream().map(Migrator::analyzed).toList(),
                costs.advice().replication(),
                costs.advice().freeBytes(),
                costs.advice().remarks());
    }

    /**
     * Runs an upgrade or a downgrade, and then its reversal, in a scratch database on the same server. The scratch database
     * has the structure of the migrated one, but no rows, and is dropped before the method returns. The migrated database
     * is only read.
     *
     * <p>The result is compared with the schema that the migrations create in an empty database, unless the database differs
     * from that already; what the reversal leaves is compared with the initial schema. Java code is not executed, nor are
     * statements that may reach anything outside of the scratch database: a plan with such statements is not rehearsed.
     *
     * @param direction up or down
     * @param targets the targets; none means {@code heads}; a downgrade must have one
     * @return the executed statements and the outcome; failures are part of it, also if the scratch database cannot be
     *     created
     * @throws IllegalArgumentException if a downgrade does not have exactly one target
     */
    public Rehearsal rehearse(Direction direction, String... targets) {
        return rehearse(0, direction, targets);
    }

    /**
     * Rehearses an upgrade or a downgrade as {@link #rehearse(Direction, String...)} does, with a sample of the rows, so that
     * failures that depend on rows can show up. Of each table that a statement of the plan names, half of the rows with the
     * lowest primary keys and half with the highest are copied; without a primary key, the first ones that the server
     * reads. The rows that they refer to with a foreign key are copied as well. The migrated database is only read, without
     * locks on its rows.
     *
     * <p>{@link PlanAnalysis#withTimesOf} estimates from the result how long statements will take.
     *
     * @param rows the number of rows of each table; zero for none
     * @param direction up or down
     * @param targets the targets; none means {@code heads}; a downgrade must have one
     * @return the executed statements and the outcome; failures are part of it
     * @throws IllegalArgumentException if the number of rows is negative, or a downgrade does not have exactly one target
     */
    public Rehearsal rehearse(int rows, Direction direction, String... targets) {
        if (rows < 0) {
            throw new IllegalArgumentException("The number of rows must not be negative, but is " + rows + ".");
        }
        RehearsalRun run = new RehearsalRun(
                database,
                graph,
                renderer,
                RepeatablePlanner.of(planner(direction, targets), direction, graph, renderer),
                rows);
        run.execute();
        return new Rehearsal(
                run.copiedRows(), run.statements(), run.failure(), run.difference(), run.remainder(), run.remarks());
    }

    private static AnalyzedStep analyzed(PlanCosts.OfStep costs) {
        Step step = costs.step().step();
        return new AnalyzedStep(
                step.direction(),
                step.revision(),
                costs.step().action(),
                costs.statements().stream()
                        .map(statement -> analyzed(statement, costs.step().limits()))
                        .toList());
    }

    private static AnalyzedStatement analyzed(PlanCosts.OfStatement costs, DdlLimits limits) {
        return new AnalyzedStatement(
                costs.operation(),
                costs.advice(),
                costs.time(),
                costs.inverse().sql(),
                costs.inverse().obstacle(),
                costs.isFirst() ? DestructiveChange.of(costs.operation()) : List.of(),
                limits.permit(costs.advice()));
    }

    private List<PreparedStep> prepared(Planned planned) {
        return planned.repeatables()
                .around(planned.revisions().steps(), steps -> renderer.prepare(steps, database.renderer()), null);
    }

    private List<PlannedStep> planned(List<PreparedStep> prepared) {
        List<List<String>> sql =
                database.sql(prepared.stream().map(PreparedStep::operations).toList());
        List<PlannedStep> planned = new ArrayList<>();
        for (int i = 0; i < prepared.size(); i++) {
            planned.add(planned(prepared.get(i), sql.get(i)));
        }
        return planned;
    }

    private record Planned(Plan revisions, RepeatableSteps repeatables) {
        boolean isEmpty() {
            return revisions.steps().isEmpty() && repeatables.isEmpty();
        }
    }

    private Planned plan(RunPlanner planner) {
        try (Session session = database.open()) {
            History history = database.history(session);
            DatabaseState state = history.state();
            history.requireNotEmptied(state);
            Plan plan = planner.plan(history, state.heads());
            return new Planned(plan, planner.repeatables(history, plan.steps(), plan.rowsAfter(), List.of()));
        }
    }

    private RunPlanner planner(Direction direction, String... targets) {
        if (direction == Direction.UP) {
            String[] all = targets.length == 0 ? new String[] {"heads"} : targets;
            return RunPlanner.upgrade(graph, database.options().acceptsNewer(), all);
        }
        if (targets.length != 1) {
            throw new IllegalArgumentException(
                    "A downgrade must have one target, but there are " + targets.length + ".");
        }
        return RunPlanner.downgrade(graph, targets[0]);
    }

    private static PlannedStep planned(PreparedStep step) {
        return planned(
                step, step.statements().stream().map(PlannedStatement::text).toList());
    }

    private static PlannedStep planned(PreparedStep step, List<String> sql) {
        return new PlannedStep(step.step().direction(), step.step().revision(), step.action(), step.operations(), sql);
    }

    /**
     * Writes an upgrade or a downgrade as a script for the server of the database. The database is only read.
     *
     * @param direction up or down
     * @param target the target, or a range such as {@code 001:head}; without a range, the script starts at the current
     *     revision
     * @return the script
     * @throws RevisionException if the target does not exist or cannot be reached in this direction
     * @throws dev.migrate.error.InvalidMigrationException if a step needs Java or the database, or a migration throws
     *     while its operations are recorded
     * @throws dev.migrate.error.InterruptedRunException if an earlier run was interrupted
     */
    public MigrationScript toSql(Direction direction, String target) {
        return script(new OfflineScript(database, graph, renderer, direction).script(target));
    }

    /**
     * Writes an upgrade or a downgrade as a script for a server, without connecting to a database.
     *
     * @param direction up or down
     * @param target a range such as {@code 001:head}; for an upgrade also a target, which starts at the base
     * @param server the server that will run the script
     * @return the script
     * @throws RevisionException if the target does not exist or cannot be reached in this direction, or a downgrade has
     *     no range
     * @throws dev.migrate.error.InvalidMigrationException if a step needs Java or the database, or a migration throws
     *     while its operations are recorded
     */
    public MigrationScript toSql(Direction direction, String target, ServerVersion server) {
        SqlRenderer sqlRenderer = DatabaseProviders.renderer(server);
        return script(new OfflineScript(database, graph, renderer, direction).script(target, sqlRenderer));
    }

    private static MigrationScript script(OfflineScript.Script script) {
        return new MigrationScript(
                script.server(),
                script.plan().rowsBefore(),
                script.plan().rowsAfter(),
                script.steps().stream().map(Migrator::planned).toList(),
                script.text());
    }

    /**
     * Creates the version table if it is missing, and applies every pending revision. It can be repeated.
     *
     * @return the result
     * @throws MigrateException for the same reasons as {@link #upgrade}
     */
    public InitResult init() {
        return init(false);
    }

    /**
     * Creates the database if it is missing, with the character set {@code utf8mb4}, and then does the same as
     * {@link #init()}.
     *
     * @param server a source of connections to the same server without a database; used only if the database is missing
     * @param name the name of the database that the migrator's own {@code DataSource} connects to
     * @return the result
     * @throws dev.migrate.error.ConnectionFailedException if the database is missing and cannot be created
     * @throws MigrateException for the same reasons as {@link #upgrade}
     */
    public InitResult init(DataSource server, String name) {
        return init(database.createIfMissing(server, name));
    }

    private InitResult init(boolean isDatabaseCreated) {
        boolean isVersionTableCreated = LockedDatabase.createTables(database);
        return new InitResult(isDatabaseCreated, isVersionTableCreated, upgrade());
    }

    /**
     * Sets the version table to the targets without running a migration. The same as {@link StampMode#MOVE}.
     *
     * @param targets one or more targets; {@code base} removes all rows
     * @return the rows before and after
     * @throws RevisionException if a target does not exist, or one of them is an ancestor of another
     * @throws dev.migrate.error.InterruptedRunException if an earlier run was interrupted
     */
    public StampResult stamp(String... targets) {
        return stamp(StampMode.MOVE, targets);
    }

    /**
     * Sets the version table to the targets without running a migration.
     *
     * @param mode what happens to the rows that the version table contains
     * @param targets one or more targets; {@code base} removes all rows
     * @return the rows before and after
     * @throws RevisionException if a target does not exist, or one of them is an ancestor of another
     * @throws dev.migrate.error.InterruptedRunException if an earlier run was interrupted and this is no purge
     */
    public StampResult stamp(StampMode mode, String... targets) {
        boolean isPurge = mode == StampMode.PURGE;
        StampRun.Result result = new StampRun(database, graph)
                .execute(
                        rows -> isPurge ? Planner.purge(graph, rows, targets) : Planner.stamp(graph, rows, targets),
                        isPurge);
        return new StampResult(result.plan().rowsBefore(), result.plan().rowsAfter(), result.notReverted());
    }

    /**
     * Accepts applied migrations that have changed since they ran. The journal gets their current statements with the
     * account and the reason; no statement runs, and the version table is not changed.
     *
     * @param reason why they changed, for the journal
     * @param ids the ids of the revisions; none for all that have changed
     * @return the accepted migrations
     * @throws dev.migrate.error.InterruptedRunException if an earlier run was interrupted
     * @throws RevisionException if one of the revisions does not exist
     * @throws IllegalArgumentException if the reason is blank
     */
    public List<EditedMigration> acceptEdited(String reason, String... ids) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The reason is empty. State why the migrations were changed.");
        }
        return new AcceptRun(database, graph, renderer).execute(reason, List.of(ids));
    }

    /**
     * Returns the revisions in the version table. Nothing is created, not even the version table.
     *
     * @return the revisions, in the order of {@link #history()}; empty if nothing is applied
     */
    public List<RevisionStatus> current() {
        return history().stream().filter(RevisionStatus::isCurrent).toList();
    }

    /**
     * Returns all revisions, applied or not, after the repeatable migrations.
     *
     * @return the repeatable migrations, the last one first, and the revisions, each before its parents
     */
    public List<RevisionStatus> history() {
        return history(":");
    }

    /**
     * Returns the revisions of a range, applied or not. The range {@code :} includes the repeatable migrations, as
     * {@link #history()} does.
     *
     * @param range the range, both ends included, for instance {@code 001:head}, {@code current:} or {@code -3:}
     * @return the revisions, each before its parents
     * @throws RevisionException if the expression is not a range, or its end does not descend from its start
     */
    public List<RevisionStatus> history(String range) {
        try (Session session = database.open()) {
            History history = database.history(session);
            List<String> rows = history.heads();
            RevisionGraph all = RecordedGraph.of(graph, history, rows).graph();
            Set<String> applied = all.applied(rows);
            List<RevisionStatus> statuses = new ArrayList<>();
            if (range.equals(":")) {
                new Repeatables(graph, renderer)
                        .status(history)
                        .forEach((node, isApplied) -> statuses.add(
                                0,
                                new RevisionStatus(
                                        new RevisionDetails(node, List.of(), List.of()),
                                        isApplied,
                                        false,
                                        true,
                                        true)));
            }
            for (String id : Planner.range(all, rows, range)) {
                statuses.add(new RevisionStatus(
                        RevisionDetails.of(all, id),
                        applied.contains(id),
                        rows.contains(id),
                        graph.find(id).isPresent(),
                        false));
            }
            return List.copyOf(statuses);
        }
    }

    /**
     * Draws all revisions, applied or not, as a graph.
     *
     * @return the drawing
     */
    public HistoryChart historyGraph() {
        try (Session session = database.open()) {
            History history = database.history(session);
            List<String> rows = history.heads();
            return HistoryChart.of(RecordedGraph.of(graph, history, rows).graph(), rows);
        }
    }

    /**
     * Checks whether the database can be migrated, and what is pending. Nothing is changed. Without migrations, the
     * version table is not read.
     *
     * @return the server, the missing privileges, and the pending revisions
     */
    public CheckResult check() {
        DatabaseCheck check = DatabaseCheck.of(database, graph, renderer);
        return new CheckResult(
                new ServerInfo(check.server(), check.database(), check.user()),
                check.isReadOnly(),
                check.isMultiPrimary(),
                check.missingPrivileges(),
                check.applied(),
                check.pending(),
                check.repeatables(),
                check.newer(),
                check.foreign(),
                check.journalOnly(),
                check.edited(),
                !check.edited().isEmpty() && database.options().editPolicy() == EditPolicy.REFUSE,
                check.interrupted().orElse(null));
    }

    /**
     * Reads the journal: every step that this library ever ran on the database, with its account, time and duration.
     * Each step contains the parents of its revision, so the applied part of the graph can be read without the
     * migrations.
     *
     * @param page which steps to read, and in which order
     * @return the steps; empty if there are no more
     */
    public List<JournalStep> journal(JournalPage page) {
        try (Session session = database.open()) {
            return database.history(session).steps(page);
        }
    }

    /**
     * Returns the step that an earlier run started and did not complete. It may still be running.
     *
     * @return the step as recorded in the journal, or empty if there is none
     */
    public Optional<JournalStep> interrupted() {
        try (Session session = database.open()) {
            History history = database.history(session);
            return history.state().isInterrupted() ? history.interrupted() : Optional.empty();
        }
    }

    /**
     * Reverts the completed statements of an interrupted step by the inverses of its operations.
     *
     * @return the step as it was before
     * @throws dev.migrate.error.InterruptedRunException if no step is interrupted, one of its operations has no exact
     *     inverse, or the part of its migration that has run was edited; nothing was changed
     * @throws dev.migrate.error.StatementOutcomeUnknownException if the outcome of its last statement cannot be
     *     determined
     * @throws dev.migrate.error.StatementFailedException if a statement fails; what was reverted before stays reverted
     */
    public JournalStep abort() {
        return new Recovery(database, graph, renderer).abort();
    }

    /**
     * Records that a person has reverted the interrupted step: the schema is the one of the revisions in the version
     * table. No statement runs, and the migration of the step is not needed. This is the way back if {@link #abort}
     * cannot derive the inverses.
     *
     * @param reason what was reverted, for the journal
     * @return the step as it was before
     * @throws dev.migrate.error.InterruptedRunException if no step is interrupted
     * @throws IllegalArgumentException if the reason is blank
     */
    public JournalStep markAborted(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The reason is empty. State what was reverted by hand.");
        }
        return new Recovery(database, graph, renderer).markAborted(reason);
    }

    /**
     * Records the outcome of a statement that a run could not determine; see
     * {@link dev.migrate.error.StatementOutcomeUnknownException}. No statement runs; the next upgrade or downgrade
     * resumes there.
     *
     * @param outcome what a person found in the database
     * @return the step as it is now
     * @throws dev.migrate.error.InterruptedRunException if no step is interrupted, the outcome of its statements can be
     *     determined, or the part of its migration that has run was edited; nothing was changed
     */
    public JournalStep resolve(StatementOutcome outcome) {
        return new Recovery(database, graph, renderer).resolve(outcome == StatementOutcome.DONE);
    }

    /**
     * Returns the authoring API of this migrator.
     *
     * @return the object that writes migrations
     */
    public Authoring authoring() {
        return new Authoring(database, graph, renderer, authoring);
    }
}
