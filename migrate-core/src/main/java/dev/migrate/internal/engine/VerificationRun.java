package dev.migrate.internal.engine;

import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.MigrateException;
import dev.migrate.internal.load.SqlMigration;
import dev.migrate.model.InitialRow;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Step;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.plan.VerifiedRevision.Status;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ServerDefinitions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies every revision in a scratch database, reverts it and applies it again, and compares the schemas. Then it runs each
 * repeatable migration twice. The database of the migrator is only read. Used once, by one thread.
 */
public final class VerificationRun {

    private static final String IRREVERSIBLE = "irreversible";

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer migrations;
    private final SqlRenderer renderer;
    private final DatabaseProvider provider;
    private final String name;
    private final List<VerifiedRevision> revisions = new ArrayList<>();
    /** The repeatable migrations that have run. */
    private final List<PreparedStep> repeated = new ArrayList<>();

    private ScratchDatabase scratch;
    /** The rows of the version table in the scratch database. */
    private List<String> rows = List.of();

    private @Nullable String failed;
    private @Nullable SchemaDiff modelDifference;
    private @Nullable String schema;

    private VerificationRun(
            Database database,
            RevisionGraph graph,
            MigrationRenderer migrations,
            SqlRenderer renderer,
            String name,
            ScratchDatabase scratch) {
        this.database = database;
        this.graph = graph;
        this.migrations = migrations;
        this.renderer = renderer;
        this.name = name;
        this.scratch = scratch;
        provider = DatabaseProviders.forServer(renderer.server());
    }

    /**
     * Verifies all revisions.
     *
     * @param model what the migrated schema is compared with, or null
     * @param included the objects that are compared with the model
     * @throws dev.migrate.error.SchemaException if the scratch database cannot be created, or a schema cannot be read
     */
    public static VerificationRun execute(
            Database database,
            RevisionGraph graph,
            MigrationRenderer migrations,
            @Nullable Model model,
            BiPredicate<ObjectKind, String> included) {
        SqlRenderer renderer;
        String name;
        try (Session session = database.open()) {
            renderer = session.renderer(session.identify());
            name = Optional.ofNullable(session.identify().database()).orElse("");
        }
        ScratchDatabase scratch = DatabaseProviders.forServer(renderer.server())
                .scratchDatabases()
                .create(database.requireDataSource());
        VerificationRun run = new VerificationRun(database, graph, migrations, renderer, name, scratch);
        try {
            run.verifyAll();
            run.verifyRepeatables();
            if (run.failed == null) {
                run.compare(model, included);
                run.schema = new SchemaScript(database, renderer, included).of(run.scratch);
            }
            return run;
        } catch (SQLException e) {
            throw Session.unusable(e);
        } finally {
            run.scratch.close();
        }
    }

    /** Returns the server of the scratch database. */
    public ServerVersion server() {
        return renderer.server();
    }

    /** Returns the results, in the order of an upgrade, which ends with the repeatable migrations. */
    public List<VerifiedRevision> revisions() {
        return List.copyOf(revisions);
    }

    /** Returns the changes from the migrated schema to the model, or null if they were not compared. */
    public @Nullable SchemaDiff modelDifference() {
        return modelDifference;
    }

    /** Returns the script of the migrated schema, or null if a revision could not be applied. */
    public @Nullable String schema() {
        return schema;
    }

    private void verifyAll() throws SQLException {
        if (graph.revisions().isEmpty()) {
            return;
        }
        ServerDefinitions before = definitions();
        for (Step step : Planner.upgrade(graph, List.of(), "heads").steps()) {
            RevisionNode revision = step.revision();
            if (failed != null) {
                skip(revision, failed);
                continue;
            }
            Plan up = Planner.single(graph, rows, Direction.UP, revision.id());
            PreparedStep prepared;
            try {
                prepared = contained(up);
                run(up);
            } catch (MigrateException e) {
                failed = revision.id();
                add(revision, Status.FAILED, "The upgrade failed. " + sentences(e));
                continue;
            }
            rows = up.rowsAfter();
            ServerDefinitions after = definitions();
            revert(prepared, up, before, after);
            before = after;
        }
    }

    private void skip(RevisionNode migration, String before) {
        add(migration, Status.SKIPPED, "Not verified, because " + before + " could not be applied.");
    }

    /** The order is known only if all of them can be rendered. */
    private void verifyRepeatables() throws SQLException {
        Repeatables repeatables = new Repeatables(graph, migrations);
        List<RevisionNode> usable = failed == null ? usable(repeatables) : migrations.repeatables();
        if (failed == null) {
            for (PreparedStep step : repeatables.inOrder(renderer)) {
                runTwice(step);
            }
        } else {
            for (RevisionNode node : usable) {
                skip(node, failed);
            }
        }
    }

    /** The repeatable migrations that can be rendered. The others have failed. */
    private List<RevisionNode> usable(Repeatables repeatables) {
        List<RevisionNode> usable = new ArrayList<>();
        for (RevisionNode node : migrations.repeatables()) {
            try {
                repeatables.repeat(node.id(), renderer);
                usable.add(node);
            } catch (InvalidMigrationException e) {
                failed = node.id();
                add(node, Status.FAILED, sentences(e));
            }
        }
        return usable;
    }

    private void runTwice(PreparedStep step) throws SQLException {
        RevisionNode node = step.step().revision();
        if (failed != null) {
            skip(node, failed);
            return;
        }
        try {
            requireContained(List.of(step));
        } catch (InvalidMigrationException e) {
            add(node, Status.SKIPPED, sentences(e));
            return;
        }
        String problem = "The first run failed. ";
        List<String> problems;
        try {
            run(List.of(step));
            repeated.add(step);
            ServerDefinitions first = definitions();
            problem = "The second run failed. ";
            run(List.of(step));
            problems = sentences(
                    "The second run has another result than the first: ",
                    definitions().differencesFrom(first));
        } catch (MigrateException e) {
            failed = node.id();
            add(node, Status.FAILED, problem + sentences(e));
            return;
        }
        if (problems.isEmpty()) {
            revisions.add(new VerifiedRevision(node, Status.VERIFIED, List.of(), null));
        } else {
            revisions.add(new VerifiedRevision(node, Status.FAILED, problems, null));
            startAgain();
        }
    }

    /** Reverts a revision and applies it again. Whatever is found, the schema afterwards is the one after the revision. */
    private void revert(PreparedStep prepared, Plan up, ServerDefinitions before, ServerDefinitions after)
            throws SQLException {
        RevisionNode revision = prepared.step().revision();
        Plan down = up.reversed();
        String hash;
        try {
            hash = StatementHash.of(prepared, contained(down), renderer.server());
        } catch (InvalidMigrationException e) {
            Optional<String> reason = e.reason() == InvalidMigrationException.Reason.IRREVERSIBLE
                    ? declaredReason(revision.id())
                    : Optional.empty();
            add(
                    revision,
                    reason.isPresent() ? Status.IRREVERSIBLE : Status.FAILED,
                    reason.orElseGet(() -> sentences(e)));
            return;
        }
        List<String> problems = problems(up, down, before, after);
        if (problems.isEmpty()) {
            revisions.add(new VerifiedRevision(revision, Status.VERIFIED, List.of(), hash));
        } else {
            revisions.add(new VerifiedRevision(revision, Status.FAILED, problems, null));
            startAgain();
        }
    }

    private List<String> problems(Plan up, Plan down, ServerDefinitions before, ServerDefinitions after)
            throws SQLException {
        try {
            run(down);
        } catch (MigrateException e) {
            return List.of("The downgrade failed. " + sentences(e));
        }
        List<String> left = definitions().differencesFrom(before);
        if (!left.isEmpty()) {
            return sentences("The downgrade does not restore the schema before the revision: ", left);
        }
        try {
            run(up);
        } catch (MigrateException e) {
            return List.of("The second upgrade failed. " + sentences(e));
        }
        return sentences(
                "The second upgrade has another result than the first: ",
                definitions().differencesFrom(after));
    }

    private static List<String> sentences(String problem, List<String> differences) {
        return differences.stream().map(each -> problem + each + ".").toList();
    }

    private String sentences(MigrateException e) {
        String statement = e.statement() == null ? "" : " Statement: " + e.statement() + ".";
        String text = e.failure() + statement + (e instanceof InvalidMigrationException ? " " + e.remedy() : "");
        return DatabaseProviders.scratchDatabaseIn(text)
                .map(found -> text.replace(found, name))
                .orElse(text);
    }

    private void add(RevisionNode revision, Status status, String detail) {
        revisions.add(new VerifiedRevision(revision, status, List.of(detail), null));
    }

    /** The next migration needs the schema after this one. */
    private void startAgain() throws SQLException {
        scratch.close();
        scratch = provider.scratchDatabases().create(database.requireDataSource());
        if (!rows.isEmpty()) {
            run(Planner.upgrade(graph, List.of(), rows.toArray(String[]::new)));
        }
        if (!repeated.isEmpty()) {
            run(repeated);
        }
    }

    private void run(Plan plan) {
        run((history, found) -> plan);
    }

    private void run(List<PreparedStep> repeatables) {
        run(new FixedPlanner(rows, repeatables));
    }

    private void run(RunPlanner planner) {
        new MigrationRun(database.scratch(scratch.dataSource()), graph, migrations, planner).execute();
    }

    private PreparedStep contained(Plan plan) {
        List<PreparedStep> steps = migrations.prepare(plan.steps(), renderer);
        requireContained(steps);
        return steps.get(0);
    }

    private void requireContained(List<PreparedStep> steps) {
        ContainedSteps.requireStatements(
                steps, scratch, renderer, "be verified", "Test it with a copy of the database on another server.");
    }

    private Optional<String> declaredReason(String id) {
        String ignored = migrations.ignoredRules(id).get(IRREVERSIBLE);
        return migrations.migration(id) instanceof SqlMigration script
                ? script.irreversible().or(() -> Optional.ofNullable(ignored))
                : Optional.ofNullable(ignored);
    }

    private ServerDefinitions definitions() throws SQLException {
        HistoryStore history = provider.historyStore(database.versionTable());
        try (Connection connection = scratch.dataSource().getConnection()) {
            return provider.schemaReader()
                    .definitions(connection)
                    .withoutTables(List.of(history.versionTable(), history.journalTable()));
        }
    }

    private void compare(@Nullable Model model, BiPredicate<ObjectKind, String> included) throws SQLException {
        if (model != null) {
            modelDifference = new DatabaseComparison(scratch.dataSource(), renderer, database.versionTable(), included)
                    .with(new OfDatabase(model, database.requireDataSource()), Renames.NONE, scratch::specifiedIn)
                    .diff();
        }
    }

    /** A model whose scripts use the data source of the migrated database: the other one records the events of its schema. */
    private record OfDatabase(Model model, DataSource dataSource) implements Model {

        @Override
        public Schema schema(ModelContext context) {
            return model.schema(new ScratchModelContext(dataSource, context.server()));
        }

        @Override
        public List<InitialRow> initialRows(ModelContext context) {
            return model.initialRows(new ScratchModelContext(dataSource, context.server()));
        }

        @Override
        public Set<Attribute> unspecifiedAttributes() {
            return model.unspecifiedAttributes();
        }

        @Override
        public boolean ordersColumns() {
            return model.ordersColumns();
        }
    }
}
