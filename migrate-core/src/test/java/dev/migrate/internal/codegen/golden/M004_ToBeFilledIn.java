package dev.migrate.internal.codegen.golden;

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
        // Say here what shall be done, for instance:
        // op.addColumn("users", "email", varchar(254), c -> c.comment("where to write to"));
    }

    @Override
    public void down(Operations op) {
        // Derived from up. Where something of it has no inverse, say here what takes it back.
        op.invert(this::up);
    }
}
