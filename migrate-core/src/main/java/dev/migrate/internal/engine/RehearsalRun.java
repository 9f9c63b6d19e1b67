package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.plan.RowChange;
import dev.migrate.plan.Step;
import dev.migrate.provider.CopiedRows;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan and its reversal in a scratch database with the structure, and a sample of the rows, of the migrated one, which
 * is only read. Used once, by one thread.
 */
public final class RehearsalRun {

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer migrations;
    private final RunPlanner planner;
    private final int rows;
    private final List<String> remarks = new ArrayList<>();
    private final StatementRecorder statements = new StatementRecorder();

    private Map<String, Long> copiedRows = Map.of();
    private @Nullable MigrateException failure;
    private @Nullable SchemaDiff difference;
    private @Nullable SchemaDiff remainder;

    /**
     * Prepares a rehearsal.
     *
     * @param planner plans what is rehearsed
     * @param rows how many rows of each table of the plan are copied; zero for none
     */
    public RehearsalRun(
            Database database, RevisionGraph graph, MigrationRenderer migrations, RunPlanner planner, int rows) {
        this.database = database;
        this.graph = graph;
        this.migrations = migrations;
        this.planner = planner;
        this.rows = rows;
    }

    /**
     * The state of the migrated database.
     *
     * @param name its name
     * @param schema its schema
     * @param structure the copy of its structure
     * @param renderer the renderer of its server
     * @param plan the plan for its revisions
     * @param repeatables the steps of its repeatable migrations
     */
    private record Original(
            String name,
            Schema schema,
            StructureCopy structure,
            SqlRenderer renderer,
            Plan plan,
            RepeatableSteps repeatables) {}

    /** A schema that was read. */
    private record ReadModel(Schema read) implements Model {

        @Override
        public Schema schema(ModelContext context) {
            return read;
        }

        @Override
        public Set<Attribute> unspecifiedAttributes() {
            return Set.of(Attribute.COLUMN_ORDER);
        }
    }

    /** Runs the plan and its reversal, as far as possible. */
    public void execute() {
        try {
            Original original = original();
            if (!original.plan().steps().isEmpty() || !original.repeatables().isEmpty()) {
                rehearse(original);
            }
        } catch (MigrateException e) {
            failure = e;
        } catch (SQLException e) {
            failure = Session.unusable(e);
        }
    }

    /** Returns the executed statements of both directions, in order. */
    public List<RehearsedStatement> statements() {
        return statements.statements();
    }

    /** Returns the number of rows that were copied before the plan ran, by table. */
    public Map<String, Long> copiedRows() {
        return copiedRows;
    }

    /** Returns why the rehearsal failed or was not possible, or null. */
    public @Nullable MigrateException failure() {
        return failure;
    }

    /** Returns the changes from the result to what the migrations create, or null if that was not compared. */
    public @Nullable SchemaDiff difference() {
        return difference;
    }

    /** Returns the changes from what the reversal leaves to the initial schema, or null if it was not executed. */
    public @Nullable SchemaDiff remainder() {
        return remainder;
    }

    /** Returns what was not compared or not executed, as complete sentences. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private Original original() throws SQLException {
        try (Session session = database.open()) {
            History history = database.history(session);
            DatabaseState state = history.state();
            if (state.isInterrupted()) {
                throw InterruptedRunException.unfinished(
                        history.interruptedSteps().get(0).summary());
            }
            history.requireNotEmptied(state);
            graph.requireStored(state.heads());
            DatabaseProvider provider = session.provider();
            SqlRenderer renderer = session.renderer(session.identify());
            HistoryStore store = history.store();
            DiffOptions options = DiffOptions.on(
                            provider.normalizer(session.connection()).defaults(), renderer)
                    .excluding(ObjectKind.TABLE, store.versionTable(), store.journalTable());
            Schema structure = provider.schemaReader().readModel(session.connection());
            Plan plan = planner.plan(history, state.heads());
            return new Original(
                    Objects.requireNonNullElse(session.identify().database(), ""),
                    provider.schemaReader().read(session.connection()),
                    new StructureCopy(database, structure, renderer, options),
                    renderer,
                    plan,
                    planner.repeatables(history, plan.steps(), plan.rowsAfter(), List.of()));
        }
    }

    private void rehearse(Original original) throws SQLException {
        DatabaseProvider provider =
                DatabaseProviders.forServer(original.renderer().server());
        try (ScratchDatabase scratch = provider.scratchDatabases().create(database.requireDataSource())) {
            Plan plan = original.plan();
            requireContained(plan.steps(), original, scratch);
            RepeatableSteps repeatables = new RepeatableSteps(
                    contained(original.repeatables().before(), original, scratch),
                    contained(original.repeatables().after(), original, scratch));
            FixedPlanner forward = new FixedPlanner(plan, repeatables);
            Optional<FixedPlanner> back = back(forward, original, scratch);
            Database copy = database.scratch(scratch.dataSource(), statements);
            copyDatabase(forward, original, scratch);
            stamp(copy, plan.rowsBefore());
            Schema initial = read(scratch, provider);
            describe(
                    "The copy differs from the database",
                    compared(new ReadModel(original.schema()), scratch, original));
            run(copy, forward, original);
            compareWithMigrations(forward, original, scratch);
            if (back.isPresent()) {
                run(copy, back.get(), original);
                remainder = compared(new ReadModel(initial), scratch, original);
            }
        }
    }

    private void requireContained(List<Step> steps, Original original, ScratchDatabase scratch) {
        SqlRenderer renderer = original.renderer();
        ContainedSteps.require(migrations.prepare(steps, renderer), scratch, renderer);
    }

    /** The steps of repeatable migrations that reach nothing else. */
    private List<PreparedStep> contained(List<PreparedStep> steps, Original original, ScratchDatabase scratch) {
        List<PreparedStep> contained = new ArrayList<>();
        for (PreparedStep step : steps) {
            try {
                ContainedSteps.require(List.of(step), scratch, original.renderer());
                contained.add(step);
            } catch (InvalidMigrationException e) {
                remarks.add("The repeatable migration " + e.problem());
            }
        }
        return contained;
    }

    /** The plan that reverts the plan, unless a migration cannot be reverted. */
    private Optional<FixedPlanner> back(FixedPlanner forward, Original original, ScratchDatabase scratch) {
        Plan reversed = forward.plan().reversed();
        try (Session session = database.open()) {
            requireContained(reversed.steps(), original, scratch);
            RepeatableSteps repeatables =
                    new Repeatables(graph, migrations).reversal(database.history(session), forward.steps());
            ContainedSteps.require(repeatables.before(), scratch, original.renderer());
            ContainedSteps.require(repeatables.after(), scratch, original.renderer());
            return Optional.of(new FixedPlanner(reversed, repeatables));
        } catch (InvalidMigrationException e) {
            remarks.add("The way back was not rehearsed: " + e.problem());
            return Optional.empty();
        }
    }

    private void copyDatabase(FixedPlanner forward, Original original, ScratchDatabase scratch) {
        StructureCopy copy = original.structure();
        copy.notices().forEach(notice -> remarks.add("Not copied: " + notice));
        try {
            copy.create(scratch, () -> copyRows(forward, original, scratch));
        } catch (StatementFailedException e) {
            throw inScratch(e, "The structure of the database cannot be copied: ", original);
        }
    }

    private void copyRows(FixedPlanner forward, Original original, ScratchDatabase scratch) {
        if (rows > 0) {
            List<String> sql = forward
                    .steps()
                    .around(forward.plan().steps(), steps -> migrations.prepare(steps, original.renderer()), null)
                    .stream()
                    .flatMap(step -> step.statements().stream())
                    .map(PlannedStatement::text)
                    .toList();
            CopiedRows copied = scratch.copyRows(sql, rows);
            copiedRows = copied.tables();
            copied.remarks().forEach(remark -> remarks.add(shown(remark, original)));
        }
    }

    private void stamp(Database copy, List<String> rows) {
        List<RowChange> changes =
                rows.stream().<RowChange>map(RowChange.Insert::new).toList();
        new StampRun(copy, graph).execute(before -> new Plan(List.of(), changes, List.of(), rows), false);
    }

    private void run(Database copy, FixedPlanner plan, Original original) {
        try {
            new MigrationRun(copy, graph, migrations, plan).execute();
        } catch (StatementFailedException e) {
            throw inScratch(e, "", original);
        }
    }

    private StatementFailedException inScratch(StatementFailedException e, String problem, Original original) {
        Throwable cause = Objects.requireNonNull(e.getCause());
        boolean isPrivilegeMissing = DatabaseProviders.forServer(
                        original.renderer().server())
                .errorClassifier()
                .classify(cause)
                .isPrivilegeMissing();
        return new StatementFailedException(
                Outcome.NOT_DONE,
                String.valueOf(e.revision()),
                e.statementNumber(),
                e.sql(),
                problem + shown(e.failure(), original),
                shown(String.valueOf(e.statement()), original),
                "It was executed in a scratch database" + (copiedRows.isEmpty() ? "" : " with a sample of the rows")
                        + ", which has been dropped. The database was not changed.",
                isPrivilegeMissing
                        ? "Grant the user this privilege on the scratch databases as well; see docs/privileges.md."
                        : "Fix the migration, and rehearse again.",
                cause);
    }

    /** Replaces the name of a scratch database. */
    private static String shown(String text, Original original) {
        return DatabaseProviders.scratchDatabaseIn(text)
                .map(name -> text.replace(name, original.name()))
                .orElse(text);
    }

    private static Schema read(ScratchDatabase scratch, DatabaseProvider provider) throws SQLException {
        try (Connection connection = scratch.dataSource().getConnection()) {
            return scratch.specifiedIn(provider.schemaReader().read(connection));
        }
    }

    private SchemaDiff compared(Model model, ScratchDatabase scratch, Original original) {
        return comparison(scratch.dataSource(), original)
                .with(model, Renames.NONE, scratch::specifiedIn)
                .diff();
    }

    private DatabaseComparison comparison(DataSource dataSource, Original original) {
        return new DatabaseComparison(dataSource, original.renderer(), database.versionTable(), (kind, name) -> true);
    }

    /** Compares with what the migrations create in an empty database, unless the original differs from that already. */
    private void compareWithMigrations(FixedPlanner forward, Original original, ScratchDatabase scratch) {
        Plan plan = forward.plan();
        try {
            requireContained(fromBase(plan), original, scratch);
            SchemaDiff drift = comparison(database.requireDataSource(), original)
                    .with(model(plan.rowsBefore(), RepeatableSteps.NONE), Renames.NONE)
                    .diff();
            if (drift.isEmpty()) {
                difference = compared(model(plan.rowsAfter(), forward.steps()), scratch, original);
            } else {
                remarks.add("The result was not compared with what the migrations create, because the database differs"
                        + " from that already.");
            }
        } catch (MigrateException e) {
            remarks.add("The result was not compared with what the migrations create, because they cannot be executed"
                    + " in an empty database: " + shown(e.problem(), original));
        }
    }

    /** Everything that is applied before or after the plan. */
    private List<Step> fromBase(Plan plan) {
        return Stream.of(plan.rowsBefore(), plan.rowsAfter())
                .flatMap(rows -> graph.applied(rows).stream())
                .distinct()
                .map(id -> new Step(Direction.UP, graph.node(id), List.of()))
                .toList();
    }

    private Model model(List<String> rows, RepeatableSteps changes) {
        return new AppliedMigrationsModel(database, graph, migrations, rows, changes);
    }

    private void describe(String problem, SchemaDiff diff) {
        diff.changes()
                .forEach(change ->
                        remarks.add(problem + ": " + change.operation().description() + "."));
        diff.remarks().forEach(remark -> remarks.add(problem + ": " + remark));
    }
}
