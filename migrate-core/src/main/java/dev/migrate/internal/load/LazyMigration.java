package dev.migrate.internal.load;

import dev.migrate.migration.Migration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Instantiates a migration on first use, and keeps it. Thread-safe. */
final class LazyMigration implements Supplier<Migration> {

    private final Supplier<Migration> source;
    private @Nullable Migration made;

    LazyMigration(Supplier<Migration> source) {
        this.source = source;
    }

    @Override
    public synchronized Migration get() {
        if (made == null) {
            made = source.get();
        }
        return made;
    }
}
