package dev.migrate.operation;

import dev.migrate.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Drops a procedure or a function.
 *
 * @param kind procedure or function
 * @param name the routine's name
 * @param definition the routine, to make the operation reversible, or null
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
                ? new Inverse.Needs<>("the definition of the routine")
                : Inverse.exactly(new CreateRoutine(definition));
    }

    @Override
    public String description() {
        return "drop routine " + name;
    }
}
