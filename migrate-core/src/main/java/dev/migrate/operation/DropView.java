package dev.migrate.operation;

import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view.
 *
 * @param name the view's name
 * @param definition the view, to make the operation reversible, or null
 */
public record DropView(String name, @Nullable View definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropView(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the definition of the view")
                : Inverse.exactly(new CreateView(definition));
    }

    @Override
    public String description() {
        return "drop view " + name;
    }
}
