package dev.migrate.internal.flyway;

import dev.migrate.error.SourceException;
import dev.migrate.internal.codegen.ClassNaming;
import dev.migrate.internal.codegen.ImportedText;
import dev.migrate.internal.codegen.MethodStub;
import dev.migrate.internal.codegen.MigrationSource;
import dev.migrate.internal.codegen.MigrationSpec;
import dev.migrate.internal.codegen.SourceFolder;
import dev.migrate.internal.codegen.SourceWriter;
import dev.migrate.internal.codegen.SqlSource;
import dev.migrate.internal.flyway.FlywayFile.Kind;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Plans and writes the migrations of Flyway as SQL files, in the order of their versions, and repeatable migrations in the
 * order of their descriptions. The statements are not changed. The undo of a version becomes the downgrade.
 */
public final class FlywayImporter {

    private static final int LONGEST_ID = 32;

    private final Path folder;
    private final SourceOptions source;
    private final List<ImportPlan.File> planned = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    /**
     * Prepares an import.
     *
     * @param folder a location of Flyway's migrations, with its subfolders
     * @param source where the migrations are written
     */
    public FlywayImporter(Path folder, SourceOptions source) {
        this.folder = folder;
        this.source = source;
    }

    /**
     * Plans the import. Nothing is written.
     *
     * @throws SourceException if the folder or a file cannot be read, there are no migrations, or two have one version
     */
    public ImportPlan plan() {
        List<FlywayFile> files = files();
        List<FlywayFile> versions = versions(files);
        List<FlywayFile> repeatable = files.stream()
                .filter(file -> file.kind() == Kind.R)
                .sorted(Comparator.comparing(FlywayFile::description))
                .toList();
        if (versions.isEmpty() && repeatable.isEmpty()) {
            throw ImportedText.failed(
                    "There is no migration of Flyway in " + folder + ".",
                    "Name the folder with files such as V1__create_tables.sql.",
                    null);
        }
        versions.forEach(file -> add(file, undo(file, files)));
        repeatable.forEach(file -> add(file, Optional.empty()));
        files.stream()
                .filter(file -> file.kind() == Kind.B)
                .forEach(file -> tasks.add(file.path()
                        + " is not imported, because the versions that it replaces are imported one by one."));
        return new ImportPlan(planned, tasks);
    }

    private List<FlywayFile> files() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> FlywayFile.of(path).stream())
                    .toList();
        } catch (IOException e) {
            throw ImportedText.failed(
                    "The folder " + folder + " cannot be read (" + e + ").", "Name the folder of the migrations.", e);
        }
    }

    private static List<FlywayFile> versions(List<FlywayFile> files) {
        List<FlywayFile> versions = files.stream()
                .filter(file -> file.kind() == Kind.V)
                .sorted(Comparator.comparing(FlywayImporter::versionOf))
                .toList();
        for (int i = 1; i < versions.size(); i++) {
            FlywayFile one = versions.get(i - 1);
            FlywayFile other = versions.get(i);
            if (versionOf(one).isSame(versionOf(other))) {
                throw ImportedText.failed(
                        one.path() + " and " + other.path() + " have the same version.",
                        "Remove one of them, as Flyway requires.",
                        null);
            }
        }
        return versions;
    }

    private static FlywayVersion versionOf(FlywayFile file) {
        return Objects.requireNonNull(file.version());
    }

    private static Optional<FlywayFile> undo(FlywayFile file, List<FlywayFile> files) {
        return files.stream()
                .filter(other -> other.kind() == Kind.U && versionOf(other).isSame(versionOf(file)))
                .findFirst();
    }

    private void add(FlywayFile file, Optional<FlywayFile> undo) {
        boolean isFirst = planned.isEmpty() || file.version() == null;
        List<String> parents = isFirst
                ? List.of()
                : List.of(planned.get(planned.size() - 1).revision().id());
        RevisionNode revision = new RevisionNode(id(file), parents, List.of(), List.of(), file.description());
        boolean isJava = file.isJava() || undo.map(FlywayFile::isJava).orElse(false);
        if (isJava && file.version() == null) {
            tasks.add(file.path() + " is a repeatable Java class, which is not imported. Write it in SQL.");
        } else {
            planned.add(isJava ? java(file, revision) : sql(file, undo, revision));
        }
    }

    private static String id(FlywayFile file) {
        FlywayVersion version = file.version();
        String id = version == null
                ? "R_" + file.description().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_")
                : version.text();
        if (version != null && id.length() > LONGEST_ID) {
            throw ImportedText.failed(
                    "The version " + id + " of " + file.path() + " is longer than " + LONGEST_ID + " characters.",
                    "Import the migrations after it, into a database with a baseline.",
                    null);
        }
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    private ImportPlan.File sql(FlywayFile file, Optional<FlywayFile> undo, RevisionNode revision) {
        String text = SqlSource.of(revision, file.version() == null, part(file), undo.map(this::part));
        return planned(file, revision, file.path().getFileName().toString(), text);
    }

    private SqlSource.Part part(FlywayFile file) {
        String text = file.text().replace("\r\n", "\n");
        tasks.addAll(ImportedText.placeholderTasks(file.path(), text, "Flyway"));
        String part = ImportedText.withoutMarkers(text);
        return new SqlSource.Part(
                List.of(), List.of(part.endsWith("\n") ? part.substring(0, part.length() - 1) : part));
    }

    private ImportPlan.File java(FlywayFile file, RevisionNode revision) {
        SourceWriter.requirePackage(source.packageName());
        Set<String> used = new TreeSet<>(new SourceFolder(source.folder()).names());
        used.addAll(names);
        String className = ClassNaming.of(source.naming()).className(revision.id(), revision.message(), used);
        MigrationSpec spec = new MigrationSpec(
                source.packageName(),
                className,
                revision,
                SourceWriter.date(source),
                List.of(),
                Optional.empty(),
                Optional.of(stub("up", file)),
                Optional.of(stub("down", file)));
        String text = MigrationSource.of(spec, SourceWriter.template(source));
        tasks.add(file.path() + " is a Java class. Complete " + className
                + ".java before an empty database is upgraded.");
        return planned(file, revision, className + ".java", text);
    }

    private static MethodStub stub(String method, FlywayFile file) {
        return new MethodStub(
                "Write " + method + " by hand, like " + file.path().getFileName() + ".", List.of());
    }

    private ImportPlan.File planned(FlywayFile file, RevisionNode revision, String name, String text) {
        if (!names.add(name.substring(0, name.lastIndexOf('.')))) {
            throw ImportedText.failed(
                    "Two files would have the name " + name + ".", "Rename one of them before the import.", null);
        }
        FlywayVersion version = file.version();
        return new ImportPlan.File(
                file.path(),
                version == null ? file.path().getFileName().toString() : version.text(),
                version == null,
                false,
                file.isJava() ? null : file.checksum(),
                revision,
                source.folder().resolve(name),
                text);
    }
}
