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
        // Say here what the configuration cannot, for instance:
        // builder.dataSource(...) where connections come from; url and user are not needed then
        // builder.model(...) the wanted schema
        // builder.include((kind, name) -> !name.startsWith("legacy_")) what is compared
        // builder.naming(...) the names of indexes and constraints
        // builder.listener(...) what happens before and after each step
    }
}
