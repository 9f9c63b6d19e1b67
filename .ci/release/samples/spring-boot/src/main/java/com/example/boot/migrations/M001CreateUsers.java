package com.example.boot.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

@Revision(id = "001", message = "users")
public final class M001CreateUsers implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("users", table -> {
            table.column("id", bigint()).autoIncrement();
            table.column("name", varchar(80)).notNull();
            table.primaryKey("id");
        });
    }
}
