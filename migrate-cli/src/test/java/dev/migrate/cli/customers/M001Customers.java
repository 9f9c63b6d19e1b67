package dev.migrate.cli.customers;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Creates the table. */
@Revision(id = "001", message = "customers")
public final class M001Customers implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("customer", t -> {
            t.column("id", integer()).notNull().autoIncrement();
            t.column("email", varchar(190)).notNull();
            t.primaryKey("id");
        });
    }
}
