package dev.migrate.spring.boot;

import dev.migrate.MigratorBuilder;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;

/**
 * The packages of the migrations: those of the property {@code migrate.packages}, which must contain some; otherwise
 * {@code migrations} below the packages of the application, if it exists.
 */
record MigrationPackages(List<String> configured, List<String> ofApplication, ClassLoader classLoader) {

    private static final String DEFAULT = ".migrations";

    static MigrationPackages of(MigrateProperties properties, BeanFactory beans, ClassLoader classLoader) {
        List<String> ofApplication =
                AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
        return new MigrationPackages(properties.packages(), ofApplication, classLoader);
    }

    /** Devtools loads the application with another class loader than this library; so it is passed on. */
    void addTo(MigratorBuilder builder) {
        configured.forEach(each -> builder.scan(each, classLoader));
        if (configured.isEmpty()) {
            ofApplication.forEach(each -> builder.scanIfPresent(each + DEFAULT, classLoader));
        }
    }
}
