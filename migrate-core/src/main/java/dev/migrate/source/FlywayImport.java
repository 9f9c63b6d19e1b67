package dev.migrate.source;

import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an import of Flyway's migrations. Nothing has been written.
 *
 * @param files the files to be written, each after its parent
 * @param tasks what has to be done by hand, as complete sentences
 */
public record FlywayImport(List<File> files, List<String> tasks) {

    /** Copies the lists. */
    public FlywayImport {
        files = List.copyOf(files);
        tasks = List.copyOf(tasks);
    }

    /**
     * A file to be written.
     *
     * @param original Flyway's migration
     * @param version its version, or null if it is repeatable
     * @param checksum the checksum that Flyway stores for it, or null if it is a Java class
     * @param revision the revision
     * @param target the new file
     * @param text the text of the new file
     */
    public record File(
            Path original,
            @Nullable String version,
            @Nullable Integer checksum,
            RevisionNode revision,
            Path target,
            String text) {

        /** Checks that nothing is null, except nullable components. */
        public File {
            Objects.requireNonNull(original, "original");
            Objects.requireNonNull(revision, "revision");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(text, "text");
        }
    }
}
