package dev.migrate.cli.customers;

import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Fails halfway if two customers have the same address: the second of three statements is rejected. */
@Revision(id = "002", parents = "001", message = "each customer has an address of his own")
public final class M002OneAddressEach implements Migration {
    @Override
    public void up(Operations op) {
        op.keepSeparate();
        op.addColumn("customer", "name", varchar(100), c -> {});
        op.addUniqueConstraint("customer", "uq_customer_email", "email");
        op.addColumn("customer", "phone", varchar(40), c -> {});
    }
}
