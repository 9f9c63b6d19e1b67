package dev.migrate.internal.liquibase;

import java.util.List;

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
}
