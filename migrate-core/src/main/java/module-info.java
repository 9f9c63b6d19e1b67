/**
 * Migrate: database migrations for Java that an application runs itself, MySQL and MariaDB first.
 *
 * <p>Start at {@code dev.migrate.Migrator}; write migrations against {@code dev.migrate.migration.Migration} and
 * {@code dev.migrate.operation.Operations}.
 */
module dev.migrate {
    requires static transitive org.jspecify;

    exports dev.migrate.error;
    exports dev.migrate.revision;
    exports dev.migrate.plan;
}
