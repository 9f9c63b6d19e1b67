package dev.migrate.operation;

import dev.migrate.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Drops a procedure or a function.
 *
 * @param kind which of the two
 * @param name the routine's name
 * @param definition what the routine is, so that it can be created again, or null
 */
public record DropRoutine(
        Routine.Kind kind, String name, @Nullable Routine definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropRoutine(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the text of the routine")
                : Inverse.exactly(new CreateRoutine(definition));
    }

    @Override
    public String description() {
        return "drop routine " + name;
    }
}
