package dev.migrate.internal.load.sample.deeper;

import dev.migrate.migration.Migration;
import dev.migrate.operation.Operations;

/** What migrations share is not taken for a migration of its own. */
abstract class OneWay implements Migration {
    @Override
    public void down(Operations op) {
        op.execute("SELECT 4");
    }
}
