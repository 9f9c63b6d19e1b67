package dev.migrate.internal.load.sample.deeper;

import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Found in a subpackage. */
@Revision(id = "two")
public final class Two extends OneWay {
    @Override
    public void up(Operations op) {
        op.execute("SELECT 3");
    }
}
