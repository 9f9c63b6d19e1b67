package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.spring.boot.shop.GeneratedShop;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.SpringApplicationAotProcessor;

/** Contexts that are generated when an application is built, for native images and for a JVM. */
class AheadOfTimeTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final ClassLoader LOADER = AheadOfTimeTest.class.getClassLoader();
    private static final List<String> CLASSES = List.of(
            "dev.migrate.spring.boot.shop.migrations.M001CreateCustomers",
            "dev.migrate.spring.boot.shop.migrations.M002AddEmailToCustomers");

    @DatabaseTest(one = true)
    void aGeneratedContextMigratesTheDatabase(TestDatabase database, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(folder);
        compile(folder);

        assertThat(output(folder, "--shop.url=" + database.url())).contains("Known: true");
        assertThat(database.tables()).containsExactly("alembic_version", "customers");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("002");
        assertThat(texts(folder.resolve("resources")))
                .as("metadata of a native image")
                .contains(CLASSES)
                .contains("MySqlProvider", "META-INF/migrate/");
    }

    /** A native image does not find the file, but a JVM does. */
    @Test
    void packagesWithSqlMigrationsAreSearchedAtRunTime(@TempDir Path folder) throws IOException {
        generate(folder, "--migrate.packages=dev.migrate.spring.boot.sql");

        assertThat(texts(folder.resolve("sources"))).doesNotContain(MigrationPackages.FOUND_WHEN_BUILT);
        assertThat(texts(folder.resolve("resources"))).contains("dev/migrate/spring/boot/sql/001_notes.sql");
    }

    @Test
    void migrationsAreFoundInPackages() {
        PackagedMigrations found = PackagedMigrations.in(List.of("dev.migrate.spring.boot"), LOADER);

        assertThat(found.classes()).containsAll(CLASSES);
        assertThat(found.scripts()).containsExactly("dev/migrate/spring/boot/sql/001_notes.sql");
        assertThat(found.hasSqlMigrations()).isTrue();
        assertThat(PackagedMigrations.in(List.of("dev.migrate.spring.boot.shop"), LOADER))
                .isEqualTo(new PackagedMigrations(CLASSES, List.of(), false));
    }

    @Test
    void theResourcesOfTheLibraryHaveHints() {
        RuntimeHints hints = new RuntimeHints();
        new MigrateRuntimeHints().registerHints(hints, null);

        List<String> ofLibrary = List.of(
                "META-INF/services/dev.migrate.provider.DatabaseProvider",
                "dev/migrate/internal/version.txt",
                "dev/migrate/internal/codegen/migration.template");
        assertThat(ofLibrary)
                .allMatch(resource -> LOADER.getResource(resource) != null)
                .allMatch(resource -> hasHint(resource, hints));
        assertThat(hasHint("META-INF/migrate/classes", hints))
                .as("the index of migrations")
                .isTrue();
    }

    private static boolean hasHint(String resource, RuntimeHints hints) {
        return RuntimeHintsPredicates.resource().forResource(resource).test(hints);
    }

    /** Generates the context as the plugins of Spring Boot do. */
    private static void generate(Path folder, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(GeneratedShop.class.getName()));
        for (String each : List.of("sources", "resources", "classes")) {
            all.add(Files.createDirectories(folder.resolve(each)).toString());
        }
        all.addAll(List.of("com.example", "shop"));
        all.addAll(List.of(arguments));
        try {
            SpringApplicationAotProcessor.main(all.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void compile(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", folder.resolve("classes") + File.pathSeparator + CLASS_PATH));
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve("sources"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** Runs the application in a process of its own, and returns its output. */
    private static String output(Path folder, String argument) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dspring.aot.enabled=true",
                        "-cp",
                        folder.resolve("classes") + File.pathSeparator + CLASS_PATH,
                        GeneratedShop.class.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String texts(Path folder) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Some files are not text.
                texts.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        // Slashes are escaped in JSON.
        return texts.toString().replace("\\/", "/");
    }
}
