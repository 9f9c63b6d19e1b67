package dev.migrate.cli.environments;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;

/** Tells whether it was loaded together with the library. */
public final class Together implements Environment {

    @Override
    public void configure(MigratorBuilder builder) {
        boolean isTogether = Together.class.getClassLoader() == MigratorBuilder.class.getClassLoader();
        throw new IllegalStateException(isTogether ? "together" : "apart");
    }
}
