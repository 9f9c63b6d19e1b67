package dev.migrate;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.TestDatabase;
import java.util.function.Consumer;

/** A migration with the operations that a test needs. It has no downgrade. */
@Revision(id = "1", message = "a change")
final class OneChange implements Migration {

    private final Consumer<Operations> change;

    private OneChange(Consumer<Operations> change) {
        this.change = change;
    }

    /** Returns a migrator with this migration only. */
    static Migrator migrator(TestDatabase database, Consumer<Operations> change) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new OneChange(change))
                .build();
    }

    @Override
    public void up(Operations op) {
        change.accept(op);
    }

    @Override
    public void down(Operations op) {}
}
