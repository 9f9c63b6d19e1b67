package dev.migrate.spring.boot;

import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions of the property {@code migrate.on-startup}. */
final class StartupAction {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationInitializer.class);

    private StartupAction() {}

    static MigrationStrategy of(MigrateProperties properties) {
        return switch (properties.onStartup()) {
            case UPGRADE -> migrator -> upgrade(migrator, properties.target());
            case CHECK -> StartupAction::check;
            case REPORT -> StartupAction::report;
            case NONE -> migrator -> {};
        };
    }

    private static void upgrade(Migrator migrator, String target) {
        migrator.upgrade(target);
    }

    private static void check(Migrator migrator) {
        CheckResult result = migrator.check();
        if (!SchemaNotUpToDateException.isUsable(result)) {
            throw SchemaNotUpToDateException.of(result);
        }
    }

    private static void report(Migrator migrator) {
        CheckResult result = migrator.check();
        if (!SchemaNotUpToDateException.isUsable(result)) {
            LOG.warn(SchemaNotUpToDateException.of(result).getMessage());
        }
    }
}
