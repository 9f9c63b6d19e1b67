package dev.migrate.internal.load.sample.deeper;

import dev.migrate.migration.Migration;
import dev.migrate.operation.Operations;

/** A common superclass of migrations is not a migration itself. */
abstract class OneWay implements Migration {
    @Override
    public void down(Operations op) {
        op.execute("SELECT 4");
    }
}
