package dev.migrate.cli.environments;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;

/** Throws an exception. */
public final class Failing implements Environment {

    @Override
    public void configure(MigratorBuilder builder) {
        throw new IllegalStateException("no DATABASE_URL");
    }
}
