package dev.migrate.internal.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A changeset of Liquibase. Immutable.
 *
 * @param file the file that contains it
 * @param path the path of its changelog, as far as it is known how Liquibase stores it
 * @param id its id
 * @param author its author
 * @param message what it does; its id if it has no comment
 * @param isRepeatable whether it runs again when it has changed
 * @param isOptional whether it is restricted to contexts or labels
 * @param up its statements
 * @param down the statements of its rollback, or empty if it has none
 */
record Changeset(
        Path file,
        String path,
        String id,
        String author,
        String message,
        boolean isRepeatable,
        boolean isOptional,
        List<String> up,
        Optional<List<String>> down) {

    private static final String SEPARATOR = "::";

    Changeset {
        up = List.copyOf(up);
        down = down.map(List::copyOf);
    }

    /** Returns the name that Liquibase prints. */
    String name() {
        return path + SEPARATOR + id + SEPARATOR + author;
    }

    /** Returns the part of a name that does not depend on the folder in which Liquibase was started. */
    static String key(String path, String id, String author) {
        return path.substring(path.lastIndexOf('/') + 1) + SEPARATOR + id + SEPARATOR + author;
    }

    /** Returns the key of the changeset with a name. */
    static String key(String name) {
        int id = name.indexOf(SEPARATOR);
        return name.substring(name.lastIndexOf('/', id) + 1);
    }
}
