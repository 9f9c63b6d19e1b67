package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.environments.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library loads Hibernate, wherever its class path is configured. */
class HibernateClassLoadingIT {

    @TempDir
    private Path project;

    private Launched heads(String hibernate) throws IOException {
        Files.write(
                project.resolve(Configuration.FILE_NAME),
                List.of(
                        "classpath = " + hibernate + ", "
                                + Path.of("target", "test-classes").toAbsolutePath(),
                        "environment = " + Together.class.getName()));
        return Launched.in(project, Map.of(), "heads");
    }

    @Test
    void aConfiguredClassPathWithHibernateIsLoadedWithTheLibrary() throws IOException {
        Path folder = Files.createDirectories(project.resolve("hibernate/org/hibernate/boot"));
        assertThat(heads("hibernate").err()).contains("threw java.lang.IllegalStateException: apart");

        Files.createFile(folder.resolve("MetadataSources.class"));
        Launched heads = heads("hibernate");
        assertThat(heads.err()).contains("threw java.lang.IllegalStateException: together");
        assertThat(heads.exitCode()).isNotZero();
    }

    @Test
    void soIsHibernateInAnExecutableJarOfSpringBoot() throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(project.resolve("application.jar")))) {
            jar.putNextEntry(new JarEntry("BOOT-INF/classes/"));
            jar.putNextEntry(new JarEntry("BOOT-INF/classes/org/hibernate/boot/MetadataSources.class"));
        }

        assertThat(heads("application.jar").err()).contains("threw java.lang.IllegalStateException: together");
    }
}
