package dev.migrate.spring.boot.shop.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

@Revision(id = "001", message = "customers")
final class M001CreateCustomers implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("customers", table -> {
            table.column("id", bigint()).autoIncrement();
            table.column("name", varchar(100));
            table.primaryKey("id");
        });
    }
}
