package dev.migrate.internal.liquibase;

import dev.migrate.error.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changesets of a file. Immutable.
 *
 * @param changesets the changesets, in order
 * @param tasks what has to be done by hand, as complete sentences
 */
record Changelog(List<Changeset> changesets, List<String> tasks) {

    Changelog {
        changesets = List.copyOf(changesets);
        tasks = List.copyOf(tasks);
    }

    static SourceException failed(String problem, String remedy, @Nullable Throwable cause) {
        return new SourceException(SourceException.Reason.IMPORT_FAILED, problem, remedy, cause);
    }
}
