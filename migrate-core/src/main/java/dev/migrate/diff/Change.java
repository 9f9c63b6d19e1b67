package dev.migrate.diff;

import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Objects;

/**
 * One change on the way from one schema to another.
 *
 * @param operation the operation
 * @param notes notes for the author, as complete sentences: possible data loss, a probable rename, values to fill in; a
 *     generated migration contains them as comments before the operation
 */
public record Change(Operation operation, List<String> notes) {

    /** Copies the notes. */
    public Change {
        Objects.requireNonNull(operation, "operation");
        notes = List.copyOf(notes);
    }

    /**
     * Creates a change without notes.
     *
     * @param operation the operation
     */
    public Change(Operation operation) {
        this(operation, List.of());
    }
}
