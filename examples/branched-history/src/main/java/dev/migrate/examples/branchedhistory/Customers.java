package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** The first revision of the shop. */
@Revision(id = "001", message = "customers")
public final class Customers implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("customers", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("name", varchar(100)).notNull();
            t.primaryKey("id");
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("customers");
    }
}
