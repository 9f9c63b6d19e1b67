package dev.migrate.operation;

import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view.
 *
 * @param name the view's name
 * @param definition what the view is, so that it can be created again, or null
 */
public record DropView(String name, @Nullable View definition) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.dropView(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return definition == null
                ? new Inverse.Needs<>("the text of the view")
                : Inverse.exactly(new CreateView(definition));
    }

    @Override
    public String description() {
        return "drop view " + name;
    }
}
