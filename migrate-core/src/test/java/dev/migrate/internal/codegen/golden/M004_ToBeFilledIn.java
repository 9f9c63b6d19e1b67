package dev.migrate.internal.codegen.golden;

import static dev.migrate.schema.ColumnType.*;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/**
 * To be filled in.
 *
 * <p>Written on 2026-11-25.
 */
@Revision(id = "004c", parents = "003b", message = "to be filled in")
public final class M004_ToBeFilledIn implements Migration {

    @Override
    public void up(Operations op) {
        // Record the operations here, for example:
        // op.addColumn("users", "email", varchar(254), c -> c.comment("contact address"));
    }

    @Override
    public void down(Operations op) {
        // Derived from up. If an operation has no inverse, write the statements that revert it here.
        op.invert(this::up);
    }
}
