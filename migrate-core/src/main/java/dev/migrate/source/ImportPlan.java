package dev.migrate.source;

import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an import of another tool's migrations. Nothing has been written.
 *
 * @param files the files to be written, each after its parent
 * @param tasks what has to be done by hand, as complete sentences
 */
public record ImportPlan(List<File> files, List<String> tasks) {

    /** Copies the lists. */
    public ImportPlan {
        files = List.copyOf(files);
        tasks = List.copyOf(tasks);
    }

    /**
     * Returns the names of the repeatable migrations among the files.
     *
     * @return the names, in the order of the files
     */
    public List<String> repeatables() {
        return files.stream()
                .filter(File::isRepeatable)
                .map(file -> file.revision().id())
                .toList();
    }

    /**
     * A file to be written.
     *
     * @param original the file with the other tool's migration
     * @param name the name in the other tool's history: for Flyway, the version, or the name of the file if it is
     *     repeatable; for Liquibase, {@code path::id::author}
     * @param isRepeatable whether it becomes a repeatable migration; then its revision has no parents
     * @param isOptional whether a database may lack it although later ones are applied: it is restricted to contexts or
     *     labels
     * @param checksum the checksum that the other tool stores for it, or null if it is not known
     * @param revision the revision
     * @param target the new file
     * @param text the text of the new file
     */
    public record File(
            Path original,
            String name,
            boolean isRepeatable,
            boolean isOptional,
            @Nullable Integer checksum,
            RevisionNode revision,
            Path target,
            String text) {

        /** Checks that nothing is null, except nullable components. */
        public File {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(revision, "revision");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(text, "text");
        }
    }
}
