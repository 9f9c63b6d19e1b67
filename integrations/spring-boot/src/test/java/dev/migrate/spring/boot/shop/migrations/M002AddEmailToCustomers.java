package dev.migrate.spring.boot.shop.migrations;

import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

@Revision(id = "002", parents = "001", message = "customers have an e-mail address")
final class M002AddEmailToCustomers implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("customers", "email", varchar(190), column -> column.nullable());
    }
}
