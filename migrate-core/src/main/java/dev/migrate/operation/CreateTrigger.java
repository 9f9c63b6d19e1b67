package dev.migrate.operation;

import dev.migrate.schema.Trigger;

/**
 * Creates a trigger. Its definer is the user of the connection.
 *
 * @param trigger the trigger
 */
public record CreateTrigger(Trigger trigger) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createTrigger(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new DropTrigger(trigger.name(), trigger));
    }

    @Override
    public String description() {
        return "create trigger " + trigger.name();
    }
}
