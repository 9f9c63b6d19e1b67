package dev.migrate.cli.migrations;

import static dev.migrate.schema.ColumnType.bool;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Adds a column. */
@Revision(id = "002", parents = "001", message = "notes can be pinned")
public final class M002Pinned implements Migration {
    @Override
    public void up(Operations op) {
        op.addColumn("note", "is_pinned", bool(), c -> c.notNull().defaultValue(false));
    }

    @Override
    public void down(Operations op) {
        op.dropColumn("note", "is_pinned");
    }
}
