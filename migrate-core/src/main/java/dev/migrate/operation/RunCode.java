package dev.migrate.operation;

import java.util.Objects;

/**
 * Executes Java code in a transaction, in order with the other operations.
 *
 * @param description the code's description in plans and messages, in a few words
 * @param work the code
 */
public record RunCode(String description, ConnectionWork work) implements Operation {

    /** Rejects an empty description. */
    public RunCode {
        Objects.requireNonNull(work, "work");
        if (description.isBlank()) {
            throw new IllegalArgumentException("The description of the Java code is empty.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.runCode(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return new Inverse.None<>("The inverse of Java code cannot be derived.");
    }
}
