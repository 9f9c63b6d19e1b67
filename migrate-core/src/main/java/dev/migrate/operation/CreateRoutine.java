package dev.migrate.operation;

import dev.migrate.schema.Routine;

/**
 * Creates a routine. Its definer is the user of the connection.
 *
 * @param routine the routine
 */
public record CreateRoutine(Routine routine) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createRoutine(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new DropRoutine(routine.kind(), routine.name(), routine));
    }

    @Override
    public String description() {
        return "create routine " + routine.name();
    }
}
