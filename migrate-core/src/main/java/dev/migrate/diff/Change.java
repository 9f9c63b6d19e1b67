package dev.migrate.diff;

import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Objects;

/**
 * One thing to do on the way from one schema to another.
 *
 * @param operation what to do
 * @param notes what a person should know before it is done, whole sentences: what is lost, what was perhaps renamed, what
 *     has to be filled in. A generated migration has them as comments in front of the operation
 */
public record Change(Operation operation, List<String> notes) {

    /** Copies the notes. */
    public Change {
        Objects.requireNonNull(operation, "operation");
        notes = List.copyOf(notes);
    }

    /**
     * A change that needs no words.
     *
     * @param operation what to do
     */
    public Change(Operation operation) {
        this(operation, List.of());
    }
}
