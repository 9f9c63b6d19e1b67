package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.provider.DatabaseProviders;
import dev.migrate.schema.Schema;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The tests run on the class path; this one checks that the library works as a module as well. */
class ModuleTest {

    private static ModuleLayer layer() throws URISyntaxException {
        ModuleLayer boot = ModuleLayer.boot();
        ModuleFinder modules =
                ModuleFinder.of(placeOf(Migrator.class), placeOf(LoggerFactory.class), placeOf(NullMarked.class));
        Configuration configuration =
                boot.configuration().resolveAndBind(modules, ModuleFinder.of(), Set.of("dev.migrate"));
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void findsProvidersOnTheModulePath() throws ReflectiveOperationException, URISyntaxException {
        Class<?> renderers = layer().findLoader("dev.migrate").loadClass(DatabaseProviders.class.getName());

        Object renderer = renderers.getMethod("renderer", String.class).invoke(null, "8.0.36");

        assertThat(renderers.getModule().isNamed()).isTrue();
        assertThat(renderer.getClass().getModule()).isSameAs(renderers.getModule());
    }

    @Test
    void requiresHibernateOnlyForEntities() throws Throwable {
        ClassLoader loader = layer().findLoader("dev.migrate");
        Class<?> contextType = loader.loadClass("dev.migrate.model.ModelContext");
        Object server = loader.loadClass(DatabaseProviders.class.getName())
                .getMethod("serverVersion", String.class)
                .invoke(null, "9.7.0");
        Object context =
                Proxy.newProxyInstance(loader, new Class<?>[] {contextType}, (proxy, method, arguments) -> server);
        Class<?> modelType = loader.loadClass("dev.migrate.model.EntityModel");
        // Class.getMethod would need the classes in the signatures of all methods.
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Object model = lookup.findStatic(modelType, "of", MethodType.methodType(modelType, Class[].class))
                .invoke(new Class<?>[] {String.class});
        MethodHandle schema = lookup.findVirtual(
                modelType, "schema", MethodType.methodType(loader.loadClass(Schema.class.getName()), contextType));

        assertThatThrownBy(() -> schema.invoke(model, context))
                .hasMessageStartingWith("Entities are read with Hibernate, which is missing: ")
                .hasMessageContaining("requires org.hibernate.orm.core");
    }

    @Test
    void exportsOnlyTheApi() throws URISyntaxException {
        Module module = layer().findModule("dev.migrate").orElseThrow();

        assertThat(module.getPackages().stream()
                        .filter(module::isExported)
                        .sorted()
                        .toList())
                .isEqualTo(List.of(
                        "dev.migrate",
                        "dev.migrate.diff",
                        "dev.migrate.error",
                        "dev.migrate.event",
                        "dev.migrate.jfr",
                        "dev.migrate.journal",
                        "dev.migrate.lint",
                        "dev.migrate.migration",
                        "dev.migrate.model",
                        "dev.migrate.operation",
                        "dev.migrate.plan",
                        "dev.migrate.provider",
                        "dev.migrate.revision",
                        "dev.migrate.schema",
                        "dev.migrate.source"));
    }
}
