package dev.migrate.operation;

import dev.migrate.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Drops a sequence and its current value.
 *
 * @param name the sequence's name
 * @param definition the sequence, to make the operation reversible, or null
 */
public record DropSequence(String name, @Nullable Sequence definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropSequence(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the sequence")
                : Inverse.exactly(new CreateSequence(definition));
    }

    @Override
    public String description() {
        return "drop sequence " + name;
    }
}
