package migrations;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;

/**
 * What this project says in Java. It counts once migrate.properties has the line
 * {@code environment = migrations.ProjectEnvironment}.
 */
public final class ProjectEnvironment implements Environment {

    @Override
    public void configure(MigratorBuilder builder) {
        // Configure what migrate.properties cannot, for example:
        // builder.dataSource(...) the source of connections, instead of url and user
        // builder.model(...) the target schema
        // builder.include((kind, name) -> !name.startsWith("legacy_")) the objects to compare
        // builder.naming(...) the names of indexes and constraints
        // builder.listener(...) hooks before and after each step
    }
}
