package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.datetime;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** The second revision of the billing team. */
@Revision(id = "b2", parents = "b1", message = "invoices are paid")
public final class InvoicesArePaid implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("invoices", "paid_at", datetime());
    }

    @Override
    public void down(Operations op) {
        op.dropColumn("invoices", "paid_at");
    }
}
