package dev.migrate.operation;

import dev.migrate.schema.ScheduledEvent;
import org.jspecify.annotations.Nullable;

/**
 * Drops a scheduled event.
 *
 * @param name the event's name
 * @param definition the event, to make the operation reversible, or null
 */
public record DropEvent(String name, @Nullable ScheduledEvent definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropEvent(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the event")
                : Inverse.exactly(new CreateEvent(definition));
    }

    @Override
    public String description() {
        return "drop event " + name;
    }
}
