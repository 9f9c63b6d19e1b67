package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Migrations and entities are found, however the application is packaged. Each test runs it in a JVM of its own. */
@Tag("slow")
@Tag("jdk")
class PackagingTest {

    private static final String MIGRATIONS =
            "[create table first, create table second, run the script shop/scripts/003_third.sql]";
    private static final String ENTITIES = "[Customer]";
    private static final String MAIN_CLASS = "shop.Application";

    @TempDir
    private static Path place;

    private static PackagedApplication application;

    @BeforeAll
    static void make() throws IOException, URISyntaxException {
        application = new PackagedApplication(place);
    }

    private static String path(Stream<List<Path>> entries) {
        return entries.flatMap(List::stream).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    @ParameterizedTest
    @CsvSource({"3.2, launch.JarLauncher", "3.5, launch.JarLauncher", "4.0, launch.JarLauncher"})
    void inAnExecutableJarOfSpringBoot(String loader, String launcher) throws IOException {
        assertThat(application.run(
                        "-jar", bootJar(loader, launcher, application.modules()).toString()))
                .containsExactly(MIGRATIONS, MIGRATIONS);
    }

    @ParameterizedTest
    @CsvSource({"4.1, launch.JarLauncher", "classic, JarLauncher"})
    void withEntitiesInAnExecutableJarOfSpringBoot(String loader, String launcher) throws IOException {
        assertThat(application.run(
                        "-jar",
                        bootJar(loader, launcher, application.libraries()).toString(),
                        "entities"))
                .containsExactly(MIGRATIONS, MIGRATIONS, ENTITIES);
    }

    private static Path bootJar(String loader, String launcher, List<Path> libraries) throws IOException {
        return application.bootJar("loader-" + loader, "org.springframework.boot.loader." + launcher, libraries);
    }

    @Test
    void inAShadedJar() throws IOException {
        Path jar = application.shadedJar(true, application.libraries());

        assertThat(application.run("-jar", jar.toString(), "entities"))
                .containsExactly(MIGRATIONS, MIGRATIONS, ENTITIES);
    }

    @Test
    void inAJarWithoutEntriesForFolders() throws IOException {
        Path jar = application.shadedJar(false, application.modules());

        assertThat(application.run("-jar", jar.toString())).containsExactly(MIGRATIONS, MIGRATIONS);
    }

    /**
     * Hibernate is an automatic module; it finds its own libraries on the class path. A module with entities requires it, for
     * the proxies; this one is used without entities as well.
     */
    @Test
    void inANamedModule() throws IOException {
        List<Path> hibernate = PackagedApplication.hibernate();
        Path module = hibernate.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("hibernate-core-"))
                .findFirst()
                .orElseThrow();

        assertThat(application.run(
                        "--module-path",
                        path(Stream.of(application.modules(), List.of(application.classes(), module))),
                        "--class-path",
                        path(Stream.of(hibernate)),
                        "--add-modules",
                        "org.hibernate.orm.core",
                        "--add-reads",
                        "shop=org.hibernate.orm.core",
                        "--module",
                        "shop/" + MAIN_CLASS,
                        "entities"))
                .containsExactly(MIGRATIONS, MIGRATIONS, ENTITIES);
    }

    /** Which has no Hibernate, because only explicit modules can be linked. */
    @Test
    void inARuntimeImage() throws IOException {
        assertThat(application.run(application.image(), "--module", "shop/" + MAIN_CLASS))
                .containsExactly(MIGRATIONS, MIGRATIONS);
    }

    @Test
    void afterARestartByTheDeveloperTools() throws IOException {
        String classPath = path(Stream.of(
                application.libraries(), PackagedApplication.developerTools(), List.of(application.classes())));

        assertThat(application.run("-cp", classPath, MAIN_CLASS, "restart", "entities"))
                .containsExactly(MIGRATIONS, MIGRATIONS, ENTITIES);
    }

    /** It has a message that the classes do not have. */
    @Test
    void theIndexOfMigrationsIsUsed() throws IOException {
        String index = Files.readString(application.index());
        try {
            Files.writeString(application.index(), index.replace("=002\n", "=002\n.message\n=from the index\n"));
            List<Path> jars = List.of(
                    bootJar("3.5", "launch.JarLauncher", application.modules()),
                    bootJar("classic", "JarLauncher", application.modules()),
                    application.shadedJar(true, application.modules()));

            for (Path jar : jars) {
                assertThat(application.run("-jar", jar.toString(), "messages")).containsExactly("[from the index]");
            }
            assertThat(application.run(application.image(), "--module", "shop/" + MAIN_CLASS, "messages"))
                    .containsExactly("[from the index]");
        } finally {
            Files.writeString(application.index(), index);
        }
    }
}
