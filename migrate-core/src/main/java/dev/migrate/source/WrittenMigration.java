package dev.migrate.source;

import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A migration whose source was written. It becomes part of the history once it is compiled and loaded.
 *
 * @param revision the revision with its parents
 * @param file the file
 * @param source the text of the file
 */
public record WrittenMigration(RevisionNode revision, Path file, String source) {

    /** Checks that nothing is null. */
    public WrittenMigration {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(source, "source");
    }
}
