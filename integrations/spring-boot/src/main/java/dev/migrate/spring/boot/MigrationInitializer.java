package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import java.util.Objects;
import org.springframework.beans.factory.InitializingBean;

/**
 * Migrates the database while the application context starts. Beans that use the database, such as an
 * {@code EntityManagerFactory} or a {@code JdbcTemplate}, are created after it.
 */
public final class MigrationInitializer implements InitializingBean {

    private final Migrator migrator;
    private final MigrationStrategy strategy;

    /**
     * Creates an initializer.
     *
     * @param migrator the migrator
     * @param strategy the action
     */
    public MigrationInitializer(Migrator migrator, MigrationStrategy strategy) {
        this.migrator = Objects.requireNonNull(migrator, "migrator");
        this.strategy = Objects.requireNonNull(strategy, "strategy");
    }

    @Override
    public void afterPropertiesSet() {
        strategy.migrate(migrator);
    }
}
