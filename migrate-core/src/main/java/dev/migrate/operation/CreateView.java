package dev.migrate.operation;

import dev.migrate.schema.View;

/**
 * Creates a view. Its definer is the user of the connection.
 *
 * @param view the view
 */
public record CreateView(View view) implements Operation {

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.createView(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return Inverse.exactly(new DropView(view.name(), view));
    }

    @Override
    public String description() {
        return "create view " + view.name();
    }
}
