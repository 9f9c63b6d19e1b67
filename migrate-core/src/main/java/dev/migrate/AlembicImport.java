package dev.migrate;

import dev.migrate.diff.Change;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.internal.alembic.Alembic;
import dev.migrate.internal.alembic.AlembicFolder;
import dev.migrate.internal.alembic.AlembicSql;
import dev.migrate.internal.alembic.PythonAlembic;
import dev.migrate.internal.alembic.RevisionFile;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the revisions of an Alembic project as migrations in Java, with the same ids, parents, labels, dependencies,
 * messages and dates, so that a database that Alembic has brought to a revision goes on from there. Immutable.
 *
 * <pre>{@code
 * AlembicImport.from(Path.of("backend"))
 *         .write(SourceOptions.of("com.example.migrations"));
 * }</pre>
 *
 * <p>What a revision does is taken from what Alembic writes with {@code --sql}, where Python and Alembic can be called:
 * that runs the project's own {@code env.py} and its revisions, but asks no database. Where it cannot be had, the method
 * has the Python source in a comment and throws until a person has written it.
 */
public final class AlembicImport {

    private final Path folder;
    private final @Nullable String python;

    private AlembicImport(Path folder, @Nullable String python) {
        this.folder = folder;
        this.python = python;
    }

    /**
     * Names the project; Alembic is called with {@code python3}.
     *
     * @param folder the folder with {@code alembic.ini}, or the one with {@code env.py}, or the one with the revisions
     *     themselves
     * @return the import
     */
    public static AlembicImport from(Path folder) {
        return new AlembicImport(folder, "python3");
    }

    /**
     * Says how Python is called.
     *
     * @param command the command, for instance that of a virtual environment
     * @return the import
     */
    public AlembicImport python(String command) {
        return new AlembicImport(folder, Objects.requireNonNull(command, "command"));
    }

    /**
     * Leaves Python alone.
     *
     * @return the import
     */
    public AlembicImport withoutPython() {
        return new AlembicImport(folder, null);
    }

    /**
     * Writes the migrations, each into a file of its own. Nothing is written unless all of them can be.
     *
     * @param source where they are written, and what they look like; its date stands for those that have none
     * @return what was written
     * @throws SourceException if the folder or one of its revisions cannot be read, or if one of them is there already,
     *     or cannot be written
     * @throws RevisionException if the revisions do not make a graph
     */
    public AlembicImportResult write(SourceOptions source) {
        SourceWriter.requirePackage(source.packageName());
        AlembicFolder alembic = AlembicFolder.find(folder);
        List<RevisionFile> files = alembic.revisions();
        RevisionGraph graph =
                RevisionGraph.of(files.stream().map(RevisionFile::revision).toList());
        SourceFolder target = new SourceFolder(source.folder());
        target.requireNone(graph.revisions().stream().map(RevisionNode::id).toList());
        List<RevisionFile> ordered = inOrder(files, graph);
        AlembicSql sql = sql(alembic, graph);
        List<MigrationSpec> drafts = drafts(ordered, sql, source, target);

        Template template = SourceWriter.template(source);
        List<String> texts = drafts.stream()
                .map(draft -> MigrationSource.of(draft, template))
                .toList();
        List<ImportedMigration> written = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            MigrationSpec draft = drafts.get(i);
            Path file = target.write(draft.className(), texts.get(i));
            written.add(new ImportedMigration(
                    ordered.get(i).file(), new WrittenMigration(draft.revision(), file, texts.get(i)), blanks(draft)));
        }
        return new AlembicImportResult(written, sql.failure());
    }

    private AlembicSql sql(AlembicFolder alembic, RevisionGraph graph) {
        if (python == null) {
            return AlembicSql.none("Python was not asked for");
        }
        if (alembic.root().isEmpty()) {
            return AlembicSql.none("there is no alembic.ini in the folder or above it");
        }
        Alembic command = new PythonAlembic(python, alembic.root().get());
        return AlembicSql.of(command, graph);
    }

    /** In the order in which they are applied to an empty database. */
    private static List<RevisionFile> inOrder(List<RevisionFile> files, RevisionGraph graph) {
        Map<String, RevisionFile> byId = new TreeMap<>();
        files.forEach(file -> byId.put(file.revision().id(), file));
        return Planner.upgrade(graph, List.of(), "heads").steps().stream()
                .map(step -> step.revision().id())
                .map(id -> Objects.requireNonNull(byId.get(id), id))
                .toList();
    }

    private static List<MigrationSpec> drafts(
            List<RevisionFile> files, AlembicSql sql, SourceOptions source, SourceFolder target) {
        ClassNaming naming = ClassNaming.of(source.naming());
        Set<String> used = new TreeSet<>(target.classNames());
        List<MigrationSpec> drafts = new ArrayList<>();
        for (RevisionFile file : files) {
            RevisionNode revision = file.revision();
            String className = naming.className(revision.id(), revision.message(), used);
            used.add(className);
            drafts.add(draft(file, sql, source, className));
        }
        return drafts;
    }

    private static MigrationSpec draft(RevisionFile file, AlembicSql sql, SourceOptions source, String className) {
        RevisionNode revision = file.revision();
        AlembicSql.Way up = file.isUpgradeEmpty() ? AlembicSql.Way.NOTHING : sql.up(revision.id());
        AlembicSql.Way down = file.isDowngradeEmpty() ? AlembicSql.Way.NOTHING : sql.down(revision.id());
        List<Change> ups = up.statements().map(AlembicImport::changes).orElse(List.of());
        Optional<List<Change>> downs = down.statements().map(AlembicImport::changes);
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
        remarks.add("Alembic has not written the SQL: " + way.failure());
        remarks.add("");
        python.lines().map(line -> line.replace("\t", "    ")).forEach(remarks::add);
        return Optional.of(new MethodStub(
                "Write in " + method + " what " + function + " does in "
                        + file.file().getFileName() + ".",
                remarks));
    }

    private static List<String> blanks(MigrationSpec draft) {
        List<String> blanks = new ArrayList<>();
        draft.blankUp().ifPresent(blank -> blanks.add("up"));
        draft.blankDown().ifPresent(blank -> blanks.add("down"));
        return blanks;
    }
}
