package dev.migrate.spring.boot;

import dev.migrate.Migrator;

/**
 * The action when the application starts. A bean of this type replaces the one of the property
 * {@code migrate.on-startup}, for instance to write a backup first.
 */
@FunctionalInterface
public interface MigrationStrategy {

    /**
     * Migrates the database, or checks it.
     *
     * @param migrator the migrator of the application
     * @throws dev.migrate.error.MigrateException if the application must not start
     */
    void migrate(Migrator migrator);
}
