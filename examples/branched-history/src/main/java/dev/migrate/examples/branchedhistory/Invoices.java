package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.decimal;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** The first revision of the billing team. */
@Revision(id = "b1", parents = "001", labels = "billing", message = "invoices")
public final class Invoices implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("invoices", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("customer_id", bigint().unsigned()).notNull();
            t.column("amount", decimal(12, 2)).notNull();
            t.primaryKey("id");
            t.index("ix_invoices_customer", "customer_id");
            t.foreignKey("fk_invoices_customer", "customer_id").references("customers", "id");
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("invoices");
    }
}
