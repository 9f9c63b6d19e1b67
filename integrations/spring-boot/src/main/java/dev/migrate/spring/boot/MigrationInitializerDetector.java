package dev.migrate.spring.boot;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Detects the {@link MigrationInitializer}, so that beans that use the database are created after it. */
final class MigrationInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    MigrationInitializerDetector() {}

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrationInitializer.class);
    }

    /** Scripts such as {@code data.sql} follow, which expect tables. */
    @Override
    public int getOrder() {
        return 1;
    }
}
