package dev.migrate.spring.boot;

import dev.migrate.provider.DatabaseProvider;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image must contain of the library itself: its resources and the providers of databases. */
final class MigrateRuntimeHints implements RuntimeHintsRegistrar {

    private static final Class<DatabaseProvider> PROVIDER = DatabaseProvider.class;

    MigrateRuntimeHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources()
                .registerPattern("META-INF/migrate/*")
                .registerPattern("META-INF/services/" + PROVIDER.getName())
                .registerPattern("dev/migrate/internal/version.txt")
                .registerPattern("dev/migrate/internal/codegen/migration.template");
        ServiceLoader.load(PROVIDER, PROVIDER.getClassLoader()).stream()
                .forEach(provider ->
                        hints.reflection().registerType(provider.type(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }
}
