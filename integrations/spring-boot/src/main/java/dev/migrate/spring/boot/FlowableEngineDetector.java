package dev.migrate.spring.boot;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.util.ClassUtils;

/**
 * Detects the engines of Flowable, which create their tables in the same database. Up to Flowable 8.0, nothing else makes
 * them wait for migrations.
 */
final class FlowableEngineDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

    private static final String ENGINE = "org.flowable.common.engine.api.Engine";

    FlowableEngineDetector() {}

    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        ClassLoader loader = FlowableEngineDetector.class.getClassLoader();
        return ClassUtils.isPresent(ENGINE, loader) ? Set.of(ClassUtils.resolveClassName(ENGINE, loader)) : Set.of();
    }
}
