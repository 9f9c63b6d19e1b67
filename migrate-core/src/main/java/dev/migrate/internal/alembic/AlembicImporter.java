package dev.migrate.internal.alembic;

import dev.migrate.diff.Change;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.internal.codegen.ClassNaming;
import dev.migrate.internal.codegen.MethodStub;
import dev.migrate.internal.codegen.MigrationSource;
import dev.migrate.internal.codegen.MigrationSpec;
import dev.migrate.internal.codegen.SourceFolder;
import dev.migrate.internal.codegen.SourceWriter;
import dev.migrate.internal.codegen.Template;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.plan.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.AlembicProject;
import dev.migrate.source.ImportedMigration;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the revisions of an Alembic project as Java migrations. They keep their ids, parents, labels, dependencies,
 * messages and dates, so a database at an Alembic revision can be upgraded from there. If Alembic cannot generate the
 * SQL of a revision, the method contains the Python source as a comment and throws until it is written by hand.
 */
public final class AlembicImporter {

    private final AlembicProject project;
    private final SourceOptions source;

    /**
     * Prepares an import.
     *
     * @param project the project
     * @param source where the migrations are written; its date applies to revisions without one
     */
    public AlembicImporter(AlembicProject project, SourceOptions source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Writes the migrations, one file each. Nothing is written unless all of them can be.
     *
     * @return the migrations that were written
     * @throws SourceException if the folder or one of its revisions cannot be read, or one of the files already exists
     *     or cannot be written
     * @throws RevisionException if the revisions do not form a graph
     */
    public AlembicImportResult write() {
        SourceWriter.requirePackage(source.packageName());
        AlembicFolder alembic = AlembicFolder.find(project.folder());
        List<RevisionFile> files = alembic.revisions();
        RevisionGraph graph =
                RevisionGraph.of(files.stream().map(RevisionFile::revision).toList());
        SourceFolder target = new SourceFolder(source.folder());
        target.requireNone(graph.revisions().stream().map(RevisionNode::id).toList());
        List<RevisionFile> ordered = ordered(files, graph);
        AlembicSql sql = sql(alembic, graph);
        List<MigrationSpec> specs = specs(ordered, sql, target);

        Template template = SourceWriter.template(source);
        List<String> texts =
                specs.stream().map(spec -> MigrationSource.of(spec, template)).toList();
        List<ImportedMigration> written = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            MigrationSpec spec = specs.get(i);
            Path file = target.write(spec.className() + source.format().suffix(), texts.get(i));
            written.add(new ImportedMigration(
                    ordered.get(i).file(), new WrittenMigration(spec.revision(), file, texts.get(i)), blanks(spec)));
        }
        return new AlembicImportResult(written, sql.failure().orElse(null));
    }

    private AlembicSql sql(AlembicFolder alembic, RevisionGraph graph) {
        String python = project.python();
        if (python == null) {
            return AlembicSql.none("Python is disabled");
        }
        if (alembic.root().isEmpty()) {
            return AlembicSql.none("there is no alembic.ini in the folder or its parents");
        }
        Alembic command = new PythonAlembic(python, alembic.root().get());
        return AlembicSql.of(command, graph);
    }

    /** Sorts the files in the order in which an empty database is upgraded. */
    private static List<RevisionFile> ordered(List<RevisionFile> files, RevisionGraph graph) {
        Map<String, RevisionFile> byId = new TreeMap<>();
        files.forEach(file -> byId.put(file.revision().id(), file));
        return Planner.upgrade(graph, List.of(), "heads").steps().stream()
                .map(step -> step.revision().id())
                .map(id -> Objects.requireNonNull(byId.get(id), id))
                .toList();
    }

    private List<MigrationSpec> specs(List<RevisionFile> files, AlembicSql sql, SourceFolder target) {
        ClassNaming naming = ClassNaming.of(source.naming());
        Set<String> used = new TreeSet<>(target.names());
        List<MigrationSpec> specs = new ArrayList<>();
        for (RevisionFile file : files) {
            RevisionNode revision = file.revision();
            String className = naming.className(revision.id(), revision.message(), used);
            used.add(className);
            specs.add(spec(file, sql, className));
        }
        return specs;
    }

    private MigrationSpec spec(RevisionFile file, AlembicSql sql, String className) {
        RevisionNode revision = file.revision();
        AlembicSql.Way up = file.isUpgradeEmpty() ? AlembicSql.Way.NOTHING : sql.up(revision.id());
        AlembicSql.Way down = file.isDowngradeEmpty() ? AlembicSql.Way.NOTHING : sql.down(revision.id());
        List<Change> ups = up.statements().map(AlembicImporter::changes).orElse(List.of());
        Optional<List<Change>> downs = down.statements().map(AlembicImporter::changes);
        boolean isMerge = revision.parents().size() > 1
                && up.statements().isPresent()
                && ups.isEmpty()
                && downs.filter(List::isEmpty).isPresent();
        return new MigrationSpec(
                source.packageName(),
                className,
                revision,
                file.date().orElseGet(() -> SourceWriter.date(source)),
                ups,
                isMerge ? Optional.empty() : downs,
                blank(file, up, "up", "upgrade", file.upgrade()),
                blank(file, down, "down", "downgrade", file.downgrade()));
    }

    private static List<Change> changes(List<String> statements) {
        return statements.stream()
                .map(statement -> new Change(new ExecuteSql(statement, List.of())))
                .toList();
    }

    private static Optional<MethodStub> blank(
            RevisionFile file, AlembicSql.Way way, String method, String function, String python) {
        if (way.statements().isPresent()) {
            return Optional.empty();
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("Alembic did not generate the SQL: " + way.failure());
        remarks.add("");
        python.lines().map(line -> line.replace("\t", "    ")).forEach(remarks::add);
        return Optional.of(new MethodStub(
                "Write " + method + " by hand, like " + function + " in "
                        + file.file().getFileName() + ".",
                remarks));
    }

    private static List<String> blanks(MigrationSpec spec) {
        List<String> blanks = new ArrayList<>();
        spec.blankUp().ifPresent(blank -> blanks.add("up"));
        spec.blankDown().ifPresent(blank -> blanks.add("down"));
        return blanks;
    }
}
