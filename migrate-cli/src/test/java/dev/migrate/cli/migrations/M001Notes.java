package dev.migrate.cli.migrations;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Creates the table. */
@Revision(id = "001", message = "notes")
public final class M001Notes implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("note", t -> {
            t.column("id", integer()).notNull().autoIncrement();
            t.column("body", text()).notNull();
            t.primaryKey("id");
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("note");
    }
}
