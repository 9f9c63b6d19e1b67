package dev.migrate.operation;

import dev.migrate.schema.Sequence;

/**
 * Creates a sequence.
 *
 * @param sequence the sequence
 */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createSequence(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new DropSequence(sequence.name(), sequence));
    }

    @Override
    public String description() {
        return "create sequence " + sequence.name();
    }
}
