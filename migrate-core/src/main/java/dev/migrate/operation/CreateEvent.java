package dev.migrate.operation;

import dev.migrate.schema.ScheduledEvent;

/**
 * Creates a scheduled event. Its definer is the user of the connection.
 *
 * @param event the event
 */
public record CreateEvent(ScheduledEvent event) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createEvent(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new DropEvent(event.name(), event));
    }

    @Override
    public String description() {
        return "create event " + event.name();
    }
}
