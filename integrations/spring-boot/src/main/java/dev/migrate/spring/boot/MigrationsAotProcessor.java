package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;

/**
 * Finds the migrations while the application is built. In a native image, packages cannot be searched, so the generated
 * context contains the names of the classes, as a bean that cannot be injected.
 */
final class MigrationsAotProcessor implements BeanFactoryInitializationAotProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationsAotProcessor.class);

    MigrationsAotProcessor() {}

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
            return null;
        }
        PackagedMigrations found = PackagedMigrations.in(
                MigrationPackages.of(beanFactory).packages(),
                Objects.requireNonNull(beanFactory.getBeanClassLoader(), "class loader"));
        if (found.hasSqlMigrations()) {
            LOG.warn("Some migrations are SQL files. They are not found in a native image; on a JVM, they are.");
        }
        return (generation, code) -> contribute(found, generation, code);
    }

    private static void contribute(
            PackagedMigrations found, GenerationContext generation, BeanFactoryInitializationCode code) {
        found.registerTo(generation.getRuntimeHints());
        if (!found.hasSqlMigrations()) {
            code.addInitializer(code.getMethods()
                    .add("registerMigrations", method -> generate(found.classes(), method))
                    .toMethodReference());
        }
    }

    private static void generate(List<String> classes, MethodSpec.Builder method) {
        CodeBlock names = CodeBlock.of(
                "$T.of($L)",
                List.class,
                classes.stream()
                        .map(name -> CodeBlock.of("$S", name).toString())
                        .collect(Collectors.joining(", ")));
        method.addJavadoc("Registers the names of the migrations.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(DefaultListableBeanFactory.class, "beanFactory")
                .addStatement(
                        "$T definition = new $T($T.class, () -> $L)",
                        RootBeanDefinition.class,
                        RootBeanDefinition.class,
                        List.class,
                        names)
                .addStatement("definition.setAutowireCandidate(false)")
                .addStatement("beanFactory.registerBeanDefinition($S, definition)", MigrationPackages.FOUND_WHEN_BUILT);
    }
}
