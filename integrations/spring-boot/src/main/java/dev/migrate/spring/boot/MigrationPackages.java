package dev.migrate.spring.boot;

import dev.migrate.MigratorBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * The packages of the migrations: those of the property {@code migrate.packages}, which must contain some; otherwise
 * {@code migrations} below the packages of the application, if it exists. If the context was generated when the
 * application was built, the names of the classes are known.
 */
record MigrationPackages(
        List<String> configured,
        List<String> ofApplication,
        @Nullable List<String> classNames) {

    /** The name of the bean with the names of the classes. */
    static final String FOUND_WHEN_BUILT = "dev.migrate.spring.boot.migrations";

    private static final String DEFAULT = ".migrations";

    static MigrationPackages of(BeanFactory beans) {
        List<String> configured = Binder.get(
                        beans.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, Environment.class))
                .bind("migrate.packages", Bindable.listOf(String.class))
                .orElse(List.of());
        List<String> ofApplication =
                AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
        return new MigrationPackages(configured, ofApplication, foundWhenBuilt(beans));
    }

    private static @Nullable List<String> foundWhenBuilt(BeanFactory beans) {
        if (!beans.containsBean(FOUND_WHEN_BUILT)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        List<?> found = beans.getBean(FOUND_WHEN_BUILT, List.class);
        found.forEach(name -> names.add((String) name));
        return names;
    }

    List<String> packages() {
        return configured.isEmpty()
                ? ofApplication.stream().map(each -> each + DEFAULT).toList()
                : configured;
    }

    /** Devtools loads the application with another class loader than this library; so it is passed on. */
    void addTo(MigratorBuilder builder, ClassLoader classLoader) {
        if (classNames != null) {
            builder.migrationClasses(classNames.stream()
                    .map(name -> ClassUtils.resolveClassName(name, classLoader))
                    .toArray(Class<?>[]::new));
            return;
        }
        if (configured.isEmpty()) {
            packages().forEach(each -> builder.scanIfPresent(each, classLoader));
        } else {
            configured.forEach(each -> builder.scan(each, classLoader));
        }
    }
}
