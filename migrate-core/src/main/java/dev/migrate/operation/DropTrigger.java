package dev.migrate.operation;

import dev.migrate.schema.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Drops a trigger.
 *
 * @param name the trigger's name
 * @param definition the trigger, to make the operation reversible, or null
 */
public record DropTrigger(String name, @Nullable Trigger definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropTrigger(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the trigger")
                : Inverse.exactly(new CreateTrigger(definition));
    }

    @Override
    public String description() {
        return "drop trigger " + name;
    }
}
