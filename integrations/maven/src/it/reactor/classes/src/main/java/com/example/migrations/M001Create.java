package com.example.migrations;

import static dev.migrate.schema.ColumnType.bigint;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import org.slf4j.LoggerFactory;

@Revision(id = "001", message = "invoices")
public final class M001Create implements Migration {
    @Override
    public void up(Operations op) {
        LoggerFactory.getLogger(M001Create.class).info("Creating invoices");
        op.createTable("invoices", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
    }
}
