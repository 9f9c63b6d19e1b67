package com.example.migrations;

import static dev.migrate.schema.ColumnType.bigint;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

@Revision(id = "001", message = "orders")
public final class M001Create implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("orders", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
    }
}
