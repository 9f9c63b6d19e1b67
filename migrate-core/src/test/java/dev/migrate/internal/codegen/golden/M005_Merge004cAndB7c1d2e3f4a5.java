package dev.migrate.internal.codegen.golden;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/**
 * Merge 004c and b7c1d2e3f4a5.
 *
 * <p>Written on 2026-11-25.
 */
@Revision(
        id = "005d",
        parents = {"004c", "b7c1d2e3f4a5"},
        message = "merge 004c and b7c1d2e3f4a5")
public final class M005_Merge004cAndB7c1d2e3f4a5 implements Migration {

    @Override
    public void up(Operations op) {
        // This revision merges branches. There is nothing to do.
    }
}
