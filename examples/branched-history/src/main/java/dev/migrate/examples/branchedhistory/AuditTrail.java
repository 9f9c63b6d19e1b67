package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.text;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Another branch from the base, independent of the shop. */
@Revision(id = "a1", labels = "audit", message = "audit trail")
public final class AuditTrail implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("audit_trail", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("entry", text()).notNull();
            t.primaryKey("id");
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("audit_trail");
    }
}
