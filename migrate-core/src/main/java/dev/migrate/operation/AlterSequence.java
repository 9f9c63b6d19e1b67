package dev.migrate.operation;

import dev.migrate.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Changes the options of a sequence and keeps its current value.
 *
 * @param sequence the sequence with its new options
 * @param before the sequence with its previous options, to make the operation reversible, or null
 */
public record AlterSequence(Sequence sequence, @Nullable Sequence before) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.alterSequence(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return before == null
                ? new Inverse.Needs<>("the previous options of the sequence")
                : Inverse.exactly(new AlterSequence(before, sequence));
    }

    @Override
    public String description() {
        return "alter sequence " + sequence.name();
    }
}
