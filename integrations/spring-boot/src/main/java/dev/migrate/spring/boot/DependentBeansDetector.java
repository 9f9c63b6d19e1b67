package dev.migrate.spring.boot;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;
import org.springframework.core.env.Environment;

/** Detects the beans that the property {@code migrate.dependent-beans} names. */
final class DependentBeansDetector implements DependsOnDatabaseInitializationDetector {

    private final Environment environment;

    DependentBeansDetector(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
        return Binder.get(environment)
                .bind("migrate.dependent-beans", Bindable.setOf(String.class))
                .orElse(Set.of());
    }
}
