package dev.migrate.internal.load.sample;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Found by its package, although it is package-private. */
@Revision(
        id = "one",
        labels = "left",
        dependsOn = {"two"},
        message = "the first")
class One implements Migration {
    @Override
    public void up(Operations op) {
        op.execute("SELECT 1");
    }

    @Override
    public void down(Operations op) {
        op.execute("SELECT 2");
    }
}
