package dev.migrate.cli.called;

import static dev.migrate.schema.ColumnType.integer;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Calls a procedure whose effect is unknown to the library. */
@Revision(id = "001", message = "cleaned up")
public final class M001Called implements Migration {
    @Override
    public void up(Operations op) {
        op.createTable("cleaned", t -> {
            t.column("id", integer()).notNull();
            t.primaryKey("id");
        });
        op.execute("CALL clean_up()");
        op.execute("INSERT INTO cleaned VALUES (1)");
    }
}
