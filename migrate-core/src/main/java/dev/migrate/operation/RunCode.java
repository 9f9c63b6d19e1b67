package dev.migrate.operation;

import java.util.Objects;

/**
 * Does work in Java, in its place among the other operations and in a transaction.
 *
 * @param description what the work does, in a few words; plans and messages name it so
 * @param work the work
 */
public record RunCode(String description, ConnectionWork work) implements Operation {

    /** Refuses an empty description. */
    public RunCode {
        Objects.requireNonNull(work, "work");
        if (description.isBlank()) {
            throw new IllegalArgumentException("The description of what is done in Java is empty.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.runCode(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return new Inverse.None<>("What takes work back that is done in Java is known to its author only.");
    }
}
