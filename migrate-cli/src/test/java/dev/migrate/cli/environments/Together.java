package dev.migrate.cli.environments;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;

/** Prints whether it was loaded by the class loader of the library. */
public final class Together implements Environment {

    @Override
    public void configure(MigratorBuilder builder) {
        boolean isTogether = Together.class.getClassLoader() == MigratorBuilder.class.getClassLoader();
        throw new IllegalStateException(isTogether ? "together" : "apart");
    }
}
