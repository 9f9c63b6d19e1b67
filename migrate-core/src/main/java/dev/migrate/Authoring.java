package dev.migrate;

import dev.migrate.diff.Change;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.internal.alembic.AlembicImporter;
import dev.migrate.internal.codegen.ChangedAttributes;
import dev.migrate.internal.codegen.ImportWriter;
import dev.migrate.internal.codegen.SourceWriter;
import dev.migrate.internal.codegen.SqlSource;
import dev.migrate.internal.codegen.Template;
import dev.migrate.internal.engine.AppliedMigrationsModel;
import dev.migrate.internal.engine.ComparedSchemas;
import dev.migrate.internal.engine.Database;
import dev.migrate.internal.engine.DatabaseComparison;
import dev.migrate.internal.engine.EmptyModel;
import dev.migrate.internal.engine.MigrationRenderer;
import dev.migrate.internal.engine.Repeatables;
import dev.migrate.internal.engine.VerificationRun;
import dev.migrate.internal.flyway.FlywayHistory;
import dev.migrate.internal.flyway.FlywayImporter;
import dev.migrate.internal.lint.Linter;
import dev.migrate.internal.lint.MigrationRecorder;
import dev.migrate.internal.liquibase.LiquibaseHistory;
import dev.migrate.internal.liquibase.LiquibaseImporter;
import dev.migrate.internal.load.MigrationSet;
import dev.migrate.internal.load.SourceLoader;
import dev.migrate.internal.load.VerifiedDowngrades;
import dev.migrate.lint.Finding;
import dev.migrate.lint.LintOptions;
import dev.migrate.lint.LintRule;
import dev.migrate.model.Model;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.plan.NewRevision;
import dev.migrate.plan.Planner;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.Anchor;
import dev.migrate.revision.Resolver;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.schema.ObjectKind;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.AlembicProject;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes migrations: inspects the revision graph, compares schemas and generates sources. Obtained from
 * {@link Migrator#authoring()}; immutable and thread-safe.
 *
 * <p>Methods that connect to the database are documented as such; they may throw the exceptions that {@link Migrator}
 * lists for every method that reads the database.
 */
public final class Authoring {

    /** The name of the file with the verified downgrades, in a folder of sources or among the resources of a package. */
    public static final String VERIFIED_DOWNGRADES = VerifiedDowngrades.FILE;

    private final Database database;
    private final RevisionGraph graph;
    private final MigrationRenderer migrations;
    private final SourceWriter writer;
    private final List<Path> folders;
    private final @Nullable Model model;
    private final BiPredicate<ObjectKind, String> included;

    Authoring(Database database, RevisionGraph graph, MigrationRenderer migrations, AuthoringSettings settings) {
        this.database = database;
        this.graph = graph;
        this.migrations = migrations;
        writer = new SourceWriter(graph, settings.migrations().simpleNames());
        folders = settings.folders();
        model = settings.model();
        included = settings.included();
    }

    /**
     * Returns the built-in template, as a starting point for another one.
     *
     * @return the text, as {@link SourceOptions#template(String)} takes it
     */
    public static String defaultTemplate() {
        return Template.standardText();
    }

    /**
     * Returns the heads of the graph: the revisions without children.
     *
     * @return the heads, sorted by id
     */
    public List<RevisionDetails> heads() {
        return graph.heads().stream().map(this::details).toList();
    }

    /**
     * Returns the branch points of the graph: the revisions with several children.
     *
     * @return the branch points, sorted by id
     */
    public List<RevisionDetails> branchPoints() {
        return graph.branchPoints().stream().map(this::details).toList();
    }

    /**
     * Resolves a target. The database is read only if the target is relative to the current revision.
     *
     * @param target an id, {@code heads}, {@code current} and so on
     * @return the revisions, sorted by id; empty for {@code base}
     * @throws RevisionException if the target does not exist
     */
    public List<RevisionDetails> show(String target) {
        Target.Place place = TargetParser.place(target);
        return Resolver.resolve(graph, rows(Stream.of(place)), place).revisions().stream()
                .map(this::details)
                .toList();
    }

    private RevisionDetails details(String id) {
        return RevisionDetails.of(graph, id);
    }

    /**
     * Returns the rules that {@link #lint} applies.
     *
     * @return the rules, in the order of their findings
     */
    public static List<LintRule> lintRules() {
        return Linter.rules();
    }

    /**
     * Checks migrations with rules: what may lock, fail, lose data or break the previous release. The database is read
     * only if the target is relative to the current revision. A range that contains all heads includes the repeatable
     * migrations, as an upgrade to the heads does.
     *
     * @param options the severities of the rules, and the servers that the migrations must support
     * @param range the revisions, for instance {@code 005:head}, both ends included, or {@code :} for all
     * @return the findings, in the order in which an upgrade applies the revisions; empty if there are none
     * @throws RevisionException if the expression is not a range
     * @throws IllegalArgumentException if the options name an unknown rule
     */
    public List<Finding> lint(LintOptions options, String range) {
        Target.Range parsed = TargetParser.range(range);
        List<String> rows = rows(Stream.concat(parsed.start().stream(), parsed.end().stream()));
        Set<String> checked = new HashSet<>(Planner.range(graph, rows, range));
        if (checked.containsAll(graph.heads())) {
            migrations.repeatables().forEach(each -> checked.add(each.id()));
        }
        return linter(options).check(checked);
    }

    /**
     * Checks some migrations with rules, for instance those of a plan, as {@link #lint(LintOptions, String)} does. The
     * database is not read.
     *
     * @param options the severities of the rules, and the servers that the migrations must support
     * @param revisions the ids of the revisions, and the names of repeatable migrations
     * @return the findings, in the order in which an upgrade applies the revisions; empty if there are none
     * @throws IllegalArgumentException if the options name an unknown rule
     */
    public List<Finding> lint(LintOptions options, Set<String> revisions) {
        return linter(options).check(revisions);
    }

    private Linter linter(LintOptions options) {
        List<SqlRenderer> servers =
                options.servers().stream().map(DatabaseProviders::renderer).toList();
        Optional<SqlRenderer> first = servers.stream().findFirst();
        MigrationRecorder recorder = new MigrationRecorder(
                (node, direction) -> migrations.isRepeatable(node.id())
                        ? new Repeatables(graph, migrations).operations(node, direction, first)
                        : migrations.operations(node, direction, first),
                migrations::ignoredRules,
                migrations::isSql,
                servers);
        return new Linter(graph, MigrationSet.order(migrations.repeatables()).revisions(), recorder, options);
    }

    /** Reads the version table if one of the places is relative to the current revision. */
    private List<String> rows(Stream<Target.Place> places) {
        return places.anyMatch(place -> place.anchor() instanceof Anchor.Current) ? database.rows() : List.of();
    }

    /**
     * Finds the source of a migration in the source folders of the builder.
     *
     * @param id the full id of the revision
     * @param more additional folders to search; they need not exist
     * @return the file, or empty if there is none
     * @throws RevisionException if no revision has the id
     */
    public Optional<Path> sourceFile(String id, Path... more) {
        List<Path> all = new ArrayList<>(folders);
        all.addAll(List.of(more));
        return SourceLoader.fileOf(all, migrations.className(graph.node(id).id()));
    }

    /**
     * Writes the source of a new, empty migration. The database is not read.
     *
     * @param revision the new revision and its parent
     * @param source where the source is written
     * @return the revision and its file
     * @throws RevisionException if the revision does not fit into the graph: its parent does not exist or is not a
     *     head, or its id or a label is in use; nothing was written
     * @throws SourceException if the file already exists or cannot be written
     */
    public WrittenMigration createRevision(NewRevision revision, SourceOptions source) {
        return createRevision(revision, source, List.of(), Optional.empty());
    }

    /**
     * Writes the source of a new migration.
     *
     * @param up the changes of the upgrade
     * @param down the changes of the downgrade; empty if it is derived from the upgrade
     */
    WrittenMigration createRevision(
            NewRevision revision, SourceOptions source, List<Change> up, Optional<List<Change>> down) {
        return write(Planner.addition(graph, revision), source, up, down);
    }

    private WrittenMigration write(
            RevisionNode revision, SourceOptions source, List<Change> up, Optional<List<Change>> down) {
        if (source.format() == SourceFormat.JAVA) {
            return writer.write(revision, source, up, down);
        }
        return up.isEmpty() && down.isEmpty()
                ? writer.writeEmptySql(revision, source)
                : writeSql(revision, source, up, down);
    }

    /** An SQL file contains the statements of the downgrade even if those of a class are derived. */
    private WrittenMigration writeSql(
            RevisionNode revision, SourceOptions source, List<Change> up, Optional<List<Change>> down) {
        List<Operation> forward = operations(up);
        List<Operation> back = down.map(Authoring::operations).orElseGet(() -> Operations.inverseOf(forward));
        List<List<String>> statements = script(revision, List.of(forward, back));
        return writer.write(
                revision,
                source,
                new SqlSource.Part(notes(up), statements.get(0)),
                Optional.of(new SqlSource.Part(notes(down.orElse(List.of())), statements.get(1))));
    }

    private List<List<String>> script(RevisionNode revision, List<List<Operation>> operations) {
        try {
            return database.script(operations);
        } catch (InvalidMigrationException e) {
            throw e.reason() == InvalidMigrationException.Reason.OFFLINE_SQL_UNSUPPORTED
                    ? InvalidMigrationException.offlineSqlUnsupported(
                            revision.id(), e.problem(), "Generate this revision in Java: omit --sql.", e)
                    : e;
        }
    }

    private static List<Operation> operations(List<Change> changes) {
        return changes.stream().map(Change::operation).toList();
    }

    private static List<String> notes(List<Change> changes) {
        return changes.stream().flatMap(change -> change.notes().stream()).toList();
    }

    /**
     * Writes the source of a migration that merges branches. The migration itself changes nothing. The database is not
     * read.
     *
     * @param targets the heads to merge: {@code heads}, or at least two heads
     * @param message the message, in one line
     * @param source where the source is written
     * @return the revision and its file; its id is derived from its parents, so merging the same heads twice gives the
     *     same revision
     * @throws RevisionException if a target does not exist or is not a head, or if there are fewer than two
     * @throws SourceException if the file already exists or cannot be written
     */
    public WrittenMigration merge(Collection<String> targets, String message, SourceOptions source) {
        return write(
                Planner.merge(graph, message, targets.toArray(String[]::new)), source, List.of(), Optional.empty());
    }

    /**
     * Writes the source of a migration that changes the database into the model, without renames. The database is read.
     *
     * @param revision the new revision and its parent
     * @param source where the source is written
     * @return the revision and its file, or empty if the database equals the model and nothing was written
     * @throws IllegalStateException if the builder has no model
     * @throws SourceException if revisions are pending, or the file already exists or cannot be written
     * @throws RevisionException for the same reasons as {@link #createRevision}
     */
    public Optional<WrittenMigration> autogenerate(NewRevision revision, SourceOptions source) {
        return autogenerate(revision, source, Renames.NONE);
    }

    /**
     * Writes the source of a migration that changes the database into the model. The database is read.
     *
     * @param revision the new revision and its parent
     * @param source where the source is written
     * @param renames the renames; anything else with another name is dropped and created
     * @return the revision and its file, or empty if the database equals the model and nothing was written
     * @throws IllegalStateException if the builder has no model
     * @throws SourceException if revisions are pending, or the file already exists or cannot be written
     * @throws RevisionException for the same reasons as {@link #createRevision}
     */
    public Optional<WrittenMigration> autogenerate(NewRevision revision, SourceOptions source, Renames renames) {
        List<String> pending = Planner.upgrade(graph, database.rows(), "heads").steps().stream()
                .map(step -> step.revision().id())
                .toList();
        if (!pending.isEmpty()) {
            throw SourceException.notUpToDate(pending);
        }
        ComparedSchemas schemas = comparison().with(requireModel(), renames);
        SchemaDiff diff = schemas.diff();
        return diff.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(createRevision(revision, source, diff.changes(), schemas.down(diff)));
    }

    /**
     * Returns whether there is a model to compare the database with.
     *
     * @return true if the builder has a model
     */
    public boolean hasModel() {
        return model != null;
    }

    /**
     * Compares the database with the model, without renames. {@link SchemaDiff#probableRenames()} lists what may have
     * been renamed.
     *
     * @return the changes that turn the database into the model
     * @throws IllegalStateException if the builder has no model
     * @throws dev.migrate.error.SchemaException if the schema cannot be read or the model is invalid
     */
    public SchemaDiff diff() {
        return diff(Renames.NONE);
    }

    /**
     * Compares the database with the model.
     *
     * @param renames the renames; anything else with another name is dropped and created
     * @return the changes that turn the database into the model
     * @throws IllegalStateException if the builder has no model
     * @throws dev.migrate.error.SchemaException if the schema cannot be read or the model is invalid
     */
    public SchemaDiff diff(Renames renames) {
        return comparison().with(requireModel(), renames).diff();
    }

    private Model requireModel() {
        if (model == null) {
            throw new IllegalStateException("This Migrator has no model; call model(...) on its builder.");
        }
        return model;
    }

    /**
     * Compares the database with the result of the applied migrations. They run in a scratch database on the same
     * server, whose name begins with {@code migrate_scratch_}.
     *
     * @return the changes that would undo the drift; empty if there is none
     * @throws dev.migrate.error.SchemaException if the scratch database cannot be created
     * @throws dev.migrate.error.MigrateException if the database cannot be read, or a migration fails in the scratch
     *     database
     */
    public SchemaDiff drift() {
        return driftFrom(database.rows());
    }

    /**
     * Compares the database with the result of the migrations up to a revision, whatever is applied. They run in a scratch
     * database on the same server.
     *
     * @param id the id of the revision
     * @return the changes that turn the database into that result; empty if it is the same
     * @throws RevisionException if the revision does not exist
     * @throws dev.migrate.error.SchemaException if the scratch database cannot be created
     * @throws dev.migrate.error.MigrateException if the database cannot be read, or a migration fails in the scratch
     *     database
     */
    public SchemaDiff driftFrom(String id) {
        return driftFrom(List.of(graph.node(id).id()));
    }

    private SchemaDiff driftFrom(List<String> rows) {
        Model applied = new AppliedMigrationsModel(database, graph, migrations, rows);
        return comparison().with(applied, Renames.NONE).diff();
    }

    /**
     * Returns the changes that create the schema of the database in an empty one, for its first migration. The history
     * tables of this library, of Alembic, of Flyway and of Liquibase are left out, and so is what the journals of other
     * histories contain. The database is only read.
     *
     * @return the changes
     * @throws dev.migrate.error.SchemaException if the schema cannot be read
     */
    public SchemaDiff baseline() {
        return comparison().with(new EmptyModel(), Renames.NONE).reverse();
    }

    /**
     * Writes the first migration of a database that has tables and no history. The database is only read.
     * {@link #driftFrom} shows whether the migration, once loaded, creates the same schema; {@link Migrator#stamp(String...)}
     * then records it as applied.
     *
     * @param revision the new revision
     * @param source where the source is written
     * @return the revision and its file
     * @throws SourceException if there are revisions already, in the code or in the version table, or the file already
     *     exists or cannot be written
     */
    public WrittenMigration writeBaseline(NewRevision revision, SourceOptions source) {
        if (!graph.revisions().isEmpty() || !database.rows().isEmpty()) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "There are revisions already, so the database needs no baseline. Nothing was written.",
                    "Use revision --autogenerate for what the migrations lack.");
        }
        return createRevision(revision, source, baseline().changes(), Optional.empty());
    }

    /**
     * Applies every revision in a scratch database on the same server, reverts it and applies it again. The schemas before
     * and after are compared exactly, by the server's own definitions. The schema at the heads is compared with the model, if
     * there is one, and the rules are applied. The database itself is only read, and the scratch database is dropped before
     * the method returns.
     *
     * <p>Each repeatable migration runs twice, after all revisions. That it can be removed or restored is not verified.
     *
     * <p>A revision that cannot be reverted must declare a reason: with the line {@code irreversible} in the header of its
     * SQL file, or with {@link dev.migrate.migration.IgnoreRule @IgnoreRule("irreversible")} at its class. Java code is
     * executed, with a connection to the scratch database.
     *
     * @param options the severities of the rules, and the servers that the migrations must support
     * @return what was found; failures of migrations are part of it
     * @throws dev.migrate.error.SchemaException if the scratch database cannot be created, or the model is invalid
     * @throws IllegalArgumentException if the options name an unknown rule
     */
    public Verification verify(LintOptions options) {
        List<Finding> findings =
                graph.revisions().isEmpty() && migrations.repeatables().isEmpty() ? List.of() : lint(options, ":");
        VerificationRun run = VerificationRun.execute(database, graph, migrations, model, included);
        return new Verification(run.server(), run.revisions(), run.modelDifference(), findings, run.schema());
    }

    /**
     * Writes the verified downgrades to a file of the repository, for {@link MigratorBuilder#requireVerified}. What was
     * verified on another product stays in the file; everything else in it is replaced.
     *
     * @param verification the result
     * @param file the file, which need not exist: {@code verified-downgrades.txt} in a folder of sources, or among the
     *     resources of a package with migrations
     * @throws SourceException if it cannot be written
     * @throws InvalidMigrationException if it cannot be read
     */
    public void recordVerified(Verification verification, Path file) {
        String product = verification.server().product();
        Set<VerifiedDowngrades.VerifiedDowngrade> entries = new HashSet<>();
        for (VerifiedRevision each : verification.revisions()) {
            if (each.hash() != null) {
                entries.add(
                        new VerifiedDowngrades.VerifiedDowngrade(each.revision().id(), product, each.hash()));
            }
        }
        Set<String> known = graph.revisions().stream().map(RevisionNode::id).collect(Collectors.toSet());
        VerifiedDowngrades.of(file).with(product, entries, known).writeTo(file);
    }

    private DatabaseComparison comparison() {
        return new DatabaseComparison(
                database.requireDataSource(), database.renderer(), database.versionTable(), included);
    }

    /**
     * Describes what a change replaces.
     *
     * @param change a change of a diff
     * @return the attributes of the column or the options of the table before and after the change, in the notation of
     *     migrations; empty for changes that replace nothing
     */
    public List<String> details(Change change) {
        return ChangedAttributes.of(change.operation());
    }

    /**
     * Renders the changes of a diff as SQL for the server of the database.
     *
     * @param diff the diff
     * @return the statements, in order; what depends on the state of the database at that time is described in a
     *     comment
     * @throws dev.migrate.error.InvalidMigrationException if the server does not support one of the changes
     */
    public List<String> toSql(SchemaDiff diff) {
        return database.sql(List.of(operations(diff.changes()))).get(0).stream()
                .peek(SourceWriter::requirePermanent)
                .toList();
    }

    /**
     * Writes the revisions of an Alembic project as migrations, one file each. They keep their ids, parents, labels,
     * dependencies, messages and dates, so a database at an Alembic revision can be upgraded from there. Nothing is
     * written unless all of them can be. The database is not read.
     *
     * @param project the project
     * @param source where the migrations are written; its date applies to revisions without one
     * @return the migrations that were written
     * @throws SourceException if the folder or one of its revisions cannot be read, or one of the files already exists
     *     or cannot be written
     * @throws RevisionException if the revisions do not form a graph
     */
    public AlembicImportResult importAlembic(AlembicProject project, SourceOptions source) {
        return new AlembicImporter(project, source).write();
    }

    /**
     * Plans an import of Flyway's migrations. Nothing is written, and the database is not read. Versioned migrations become
     * SQL files with the same statements in the order of their versions, the undo of a version its downgrade, and repeatable
     * migrations follow the versions. A Java class becomes one to be completed by hand.
     *
     * @param folder a location of Flyway's migrations, with its subfolders
     * @param source where the migrations will be written
     * @return the files to be written, and what has to be done by hand
     * @throws SourceException if the folder or a file cannot be read, there are no migrations, or two have one version
     */
    public ImportPlan planFlywayImport(Path folder, SourceOptions source) {
        return new FlywayImporter(folder, source).plan();
    }

    /**
     * Writes the files of a planned import.
     *
     * @param plan the plan
     * @return the migrations that were written
     * @throws SourceException if one of the files already exists or cannot be written
     */
    public List<WrittenMigration> writeImport(ImportPlan plan) {
        return ImportWriter.write(plan);
    }

    /**
     * Compares Flyway's history table with a planned import. The table is only read.
     *
     * @param plan the plan
     * @param table the name of Flyway's table, usually {@code flyway_schema_history}
     * @return the applied revisions, and why the database cannot be stamped
     * @throws SourceException if the table cannot be read
     */
    public ImportState compareFlyway(ImportPlan plan, String table) {
        return compare(table, (connection, quoted) -> FlywayHistory.compare(plan, connection, quoted));
    }

    /**
     * Plans an import of a changelog of Liquibase. Nothing is written, and the database is not read. Each changeset becomes
     * an SQL file, with its rollback as the downgrade.
     *
     * @param changelog a changelog in SQL, a folder of them, or the output of {@code liquibase update-sql} for an empty
     *     database
     * @param source where the migrations will be written
     * @return the files to be written, and what has to be done by hand
     * @throws SourceException if a file cannot be read or is no changelog, or there are no changesets
     */
    public ImportPlan planLiquibaseImport(Path changelog, SourceOptions source) {
        return new LiquibaseImporter(changelog, source).plan();
    }

    /**
     * Compares Liquibase's table of applied changesets with a planned import: their ids, authors, files and order. Checksums
     * are not compared. The table is only read.
     *
     * @param plan the plan
     * @param table the name of Liquibase's table, usually {@code DATABASECHANGELOG}
     * @return the applied revisions, and why the database cannot be stamped
     * @throws SourceException if the table cannot be read
     */
    public ImportState compareLiquibase(ImportPlan plan, String table) {
        return compare(table, (connection, quoted) -> LiquibaseHistory.compare(plan, connection, quoted));
    }

    private ImportState compare(String table, HistoryReader reader) {
        try (Connection connection = database.requireDataSource().getConnection()) {
            return reader.compare(connection, database.renderer().quote(table));
        } catch (SQLException e) {
            throw new SourceException(
                    SourceException.Reason.IMPORT_FAILED,
                    "The table " + table + " cannot be read: " + e.getMessage() + ".",
                    "Check its name and the privileges of the user.",
                    e);
        }
    }

    private interface HistoryReader {
        ImportState compare(Connection connection, String quotedTable) throws SQLException;
    }
}
