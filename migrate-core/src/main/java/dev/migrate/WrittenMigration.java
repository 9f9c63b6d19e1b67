package dev.migrate;

import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A migration whose source was written. It is part of the history once it is compiled and loaded.
 *
 * @param revision its place in the graph
 * @param file the file
 * @param source what is in it
 */
public record WrittenMigration(RevisionNode revision, Path file, String source) {

    /** Refuses null. */
    public WrittenMigration {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(source, "source");
    }
}
