package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.bigint;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Depends on the invoices of the billing team, which are on another branch. */
@Revision(id = "a2", parents = "a1", dependsOn = "billing", message = "audit of invoices")
public final class AuditOfInvoices implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("audit_trail", "invoice_id", bigint().unsigned());
        op.addForeignKey("audit_trail", "fk_audit_invoice", "invoice_id", fk -> fk.references("invoices", "id"));
    }

    @Override
    public void down(Operations op) {
        op.dropForeignKey("audit_trail", "fk_audit_invoice");
        op.dropIndex("audit_trail", "fk_audit_invoice");
        op.dropColumn("audit_trail", "invoice_id");
    }
}
