package dev.migrate.internal.liquibase;

import dev.migrate.error.SourceException;
import dev.migrate.internal.codegen.ImportedText;
import dev.migrate.internal.codegen.SqlSource;
import dev.migrate.internal.mysql.script.ClientText;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans the migrations of Liquibase's changesets as SQL files, in the order of the changelog. Used once. */
public final class LiquibaseImporter {

    private static final int LONGEST_ID = 32;
    private static final Set<String> RESERVED = Set.of("base", "current", "head", "heads");

    private final Path changelog;
    private final SourceOptions source;
    private final ClientText client = new ClientText(new SqlSyntax(false, true, false));
    private final List<ImportPlan.File> planned = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Prepares an import.
     *
     * @param changelog a changelog in SQL, a folder of them, or the output of {@code update-sql}
     * @param source where the migrations are written
     */
    public LiquibaseImporter(Path changelog, SourceOptions source) {
        this.changelog = changelog;
        this.source = source;
    }

    /**
     * Plans the import. Nothing is written.
     *
     * @throws SourceException if a file cannot be read or is no changelog, or there are no changesets
     */
    public ImportPlan plan() {
        for (Path file : files()) {
            Changelog read = ChangelogFile.read(file);
            tasks.addAll(read.tasks());
            read.changesets().forEach(this::add);
        }
        if (planned.isEmpty()) {
            throw ImportedText.failed(
                    "There is no changeset in " + changelog + ".",
                    "Name a changelog in SQL, a folder of them, or the output of update-sql.",
                    null);
        }
        addOrderTasks();
        return new ImportPlan(planned, tasks);
    }

    /** A repeatable migration runs after all revisions, in Liquibase only after the changesets before it. */
    private void addOrderTasks() {
        boolean isFollowed = false;
        for (int i = planned.size() - 1; i >= 0; i--) {
            ImportPlan.File file = planned.get(i);
            if (file.isRepeatable() && isFollowed) {
                tasks.add(file.name() + " becomes a repeatable migration, which runs after all revisions. Check that no"
                        + " later changeset needs what it creates.");
            }
            isFollowed |= !file.isRepeatable();
        }
    }

    /** The changelogs of a folder in the order of includeAll. Those in other formats become tasks. */
    private List<Path> files() {
        if (!Files.isDirectory(changelog)) {
            return List.of(changelog);
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(changelog)) {
            all = found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw ImportedText.unreadable(changelog, e);
        }
        List<Path> files = all.stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".sql"))
                .filter(ChangelogFile::isFormattedSql)
                .toList();
        List<Path> others = all.stream().filter(ChangelogFile::isOther).toList();
        if (files.isEmpty() && !others.isEmpty()) {
            throw ChangelogFile.unsupported(others.get(0));
        }
        for (Path other : others) {
            tasks.add(other + " is a changelog in " + ChangelogFile.format(other)
                    + " and was not read. If it contains changesets, or includes the files in another order, import"
                    + " the output of update-sql for the root changelog instead.");
        }
        return files;
    }

    private void add(Changeset changeset) {
        boolean isRepeatable = changeset.isRepeatable();
        List<String> before = before(isRepeatable);
        RevisionNode revision = new RevisionNode(
                id(changeset),
                isRepeatable ? List.of() : before,
                List.of(),
                isRepeatable ? before : List.of(),
                changeset.message());
        String text = SqlSource.of(
                revision, isRepeatable, part(changeset.up()), changeset.down().map(this::part));
        String name = String.format(
                Locale.ROOT, "%03d_%s.sql", planned.size() + 1, revision.id().replaceAll("[^A-Za-z0-9._]", "_"));
        planned.add(new ImportPlan.File(
                changeset.file(),
                changeset.name(),
                isRepeatable,
                changeset.isOptional(),
                null,
                revision,
                source.folder().resolve(name),
                text));
    }

    /** The last revision or the last repeatable migration: both keep the order of the changelog. */
    private List<String> before(boolean isRepeatable) {
        List<String> ids = planned.stream()
                .filter(file -> file.isRepeatable() == isRepeatable)
                .map(file -> file.revision().id())
                .toList();
        return ids.isEmpty() ? ids : List.of(ids.get(ids.size() - 1));
    }

    private SqlSource.Part part(List<String> statements) {
        return new SqlSource.Part(
                List.of(),
                statements.stream()
                        .map(client::of)
                        .map(ImportedText::withoutMarkers)
                        .toList());
    }

    /** The id of a changeset is unique only together with its author and its file. */
    private String id(Changeset changeset) {
        String wanted = changeset.id().strip().replaceAll("[^\\p{L}\\p{N}_.]+", "_");
        String id = RESERVED.contains(wanted.toLowerCase(Locale.ROOT)) ? "_" + wanted : wanted;
        String free = id.substring(0, Math.min(LONGEST_ID, id.length()));
        for (int i = 2; !ids.add(free); i++) {
            String suffix = "_" + i;
            free = id.substring(0, Math.min(LONGEST_ID - suffix.length(), id.length())) + suffix;
        }
        return free;
    }
}
