package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Authoring;
import dev.migrate.cli.environments.Failing;
import dev.migrate.cli.environments.Unreachable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The precedence of the file, the environment class and the command line, without a server. */
class MigrateCommandTest {

    private static final String NOWHERE = "jdbc:mysql://127.0.0.1:1/x?password=top-secret";

    private static final String CLASSPATH =
            "classpath = " + Path.of("target", "test-classes").toAbsolutePath();

    @TempDir
    private Path project;

    private CommandCall call(List<String> configuration, String... arguments) throws IOException {
        Path file = Files.write(project.resolve("configuration"), configuration);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", file.toString()));
        return CommandCall.of(all.toArray(String[]::new));
    }

    @Test
    void aPasswordOnTheCommandLineIsRejected() {
        CommandCall check = CommandCall.of("check", "--url", NOWHERE);

        assertThat(check.exitCode()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(check.err())
                .contains("--url contains a password", "MIGRATE_PASSWORD", "--password-file", "migrate.properties")
                .doesNotContain("top-secret")
                .hasLineCount(1);
    }

    @Test
    void aPasswordFileThatEveryUserCanReadCausesAWarning() throws IOException {
        Path file = Files.writeString(project.resolve("password"), "top-secret");
        List<String> configuration = List.of("url = jdbc:mysql://127.0.0.1:1/x", "password-file = password");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(call(configuration, "check").err())
                .startsWith("migrate: Warning: every user of this machine can read the password file " + file
                        + ". Run: chmod 600 " + file)
                .contains("Cannot connect")
                .doesNotContain("top-secret");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(call(configuration, "check").err()).startsWith("migrate: Cannot connect");
    }

    @Test
    void keysOfTheFileReplaceOptions() throws IOException {
        CommandCall heads = call(List.of(CLASSPATH, "package = dev.migrate.cli.migrations"), "heads");

        assertThat(heads.err()).isEmpty();
        assertThat(heads.out()).startsWith("002 (head), notes can be pinned");
    }

    /** The migrations are in the classes of the application; one of them uses a library. */
    @Test
    void theClassPathSupportsExecutableJarsOfSpringBoot() throws IOException {
        Path library = project.resolve("library.jar");
        writeJar(library, Map.of("lib/Columns.class", compiled("lib", "Columns", """
                public final class Columns {
                    public static final dev.migrate.schema.ColumnType ID = dev.migrate.schema.ColumnType.bigint();
                }
                """)));
        byte[] migration = compiled("shop", "First", """
                @dev.migrate.migration.Revision(id = "001", message = "first")
                final class First implements dev.migrate.migration.Migration {
                    @Override
                    public void up(dev.migrate.operation.Operations op) {
                        op.createTable("first", table -> table.column("id", lib.Columns.ID));
                    }
                }
                """);
        for (String root : List.of("BOOT-INF/", "WEB-INF/")) {
            Path jar = project.resolve(root.substring(0, 3) + ".jar");
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put(root + "classes/", new byte[0]);
            entries.put(root + "classes/shop/First.class", migration);
            entries.put(root + "lib/library.jar", Files.readAllBytes(library));
            writeJar(jar, entries);

            Path script = project.resolve(root.substring(0, 3) + ".sql");

            CommandCall upgrade = call(
                    List.of("package = shop", "classpath = " + jar.getFileName()),
                    "upgrade",
                    "--sql",
                    "--server",
                    "mysql-9.7",
                    "--output",
                    script.toString());

            assertThat(upgrade.err()).isEmpty();
            assertThat(script).content().contains("CREATE TABLE `first`");
        }
    }

    private byte[] compiled(String packageName, String name, String text) throws IOException {
        Path source = Files.writeString(project.resolve(name + ".java"), "package " + packageName + ";\n" + text);
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + project;
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.err, System.err, "-cp", classPath, "-d", project.toString(), source.toString());
        assertThat(status).isZero();
        return Files.readAllBytes(project.resolve(packageName).resolve(name + ".class"));
    }

    private static void writeJar(Path file, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(each.getKey()));
                jar.write(each.getValue());
            }
        }
    }

    @Test
    void theClassPathSupportsFoldersJarsAndWildcards() throws IOException {
        Path folder = Files.createDirectories(project.resolve("lib"));
        String name = "dev/migrate/cli/called/M001Called.class";
        writeJar(
                folder.resolve("called.jar"),
                Map.of(
                        name,
                        Files.readAllBytes(Path.of("target", "test-classes").resolve(name))));
        String called = "package = dev.migrate.cli.called";

        assertThat(call(List.of("classpath = lib/*", called), "heads").out()).startsWith("001 (head)");
        assertThat(call(List.of("classpath = lib/called.jar", called), "heads").out())
                .startsWith("001 (head)");
        assertThat(call(List.of("classpath = none/*", called), "heads").err()).contains("none", "cannot be read");
        assertThat(call(List.of("classpath = none", called), "heads").err()).contains("none", "does not exist");
    }

    @Test
    void optionsOverrideTheFile() throws IOException {
        List<String> configuration =
                List.of(CLASSPATH, "package = dev.migrate.cli.migrations", "env.ci.package = com.example");

        assertThat(call(configuration, "heads", "--package", "dev.migrate.cli.called")
                        .out())
                .startsWith("001 ");
        assertThat(call(configuration, "heads", "--env", "ci").err()).contains("com.example");
    }

    @Test
    void theEnvironmentClassOverridesTheFileAndTheCommandLineOverridesIt() throws IOException {
        String environment = "environment = " + Unreachable.class.getName();

        assertThat(call(List.of(environment, "url = nonsense"), "current").err())
                .contains("the database of the environment class");
        assertThat(call(List.of(environment, "url = ${UNSET_FOR_THIS_TEST}"), "diff")
                        .err())
                .contains("the database of the environment class");
        assertThat(call(List.of(environment), "current", "--url", "jdbc:mysql://127.0.0.1:1/x"))
                .satisfies(current -> assertThat(current.err())
                        .startsWith("migrate: Cannot connect")
                        .doesNotContain("environment class"));
        assertThat(call(List.of(environment), "heads").out()).startsWith("001 (head)");
    }

    @Test
    void anInvalidEnvironmentClassHasAShortError() throws IOException {
        assertThat(call(List.of("environment = com.example.Nowhere"), "current").err())
                .startsWith("migrate: There is no class com.example.Nowhere")
                .hasLineCount(2);
        assertThat(call(List.of("environment = java.lang.String"), "current").err())
                .contains("java.lang.String cannot be used: it does not implement dev.migrate.Environment.")
                .hasLineCount(2);
        assertThat(call(List.of("environment = " + Failing.class.getName()), "current")
                        .err())
                .contains("no DATABASE_URL")
                .doesNotContain("should not happen")
                .hasLineCount(2);
    }

    @Test
    void aMissingConfigurationIsExplained() throws IOException {
        List<String> nothing = List.of();

        assertThat(call(nothing, "upgrade"))
                .satisfies(upgrade -> assertThat(upgrade.exitCode()).isEqualTo(CommandLine.ExitCode.USAGE))
                .satisfies(upgrade -> assertThat(upgrade.err())
                        .contains("--migrations")
                        .contains("migrate.properties")
                        .hasLineCount(1));
        assertThat(call(nothing, "check").err()).contains("--url").contains("migrate scaffold");
        assertThat(call(List.of("url = " + NOWHERE), "diff").err())
                .contains("--entities")
                .contains("migrate.properties");
        assertThat(call(List.of("url = " + NOWHERE, "password-file = none"), "check")
                        .err())
                .contains("none", "cannot be read");
        assertThat(call(List.of("template = none", "package = com.example"), "revision", "-m", "x")
                        .err())
                .contains("none", "cannot be read");
        assertThat(call(List.of("url = " + NOWHERE), "check", "--version-table", "a b"))
                .satisfies(check -> assertThat(check.exitCode()).isEqualTo(CommandLine.ExitCode.USAGE))
                .satisfies(check -> assertThat(check.err()).contains("a b").hasLineCount(1));
    }

    @Test
    void aBrokenConfigurationAffectsOnlyCommandsThatNeedIt() throws IOException {
        assertThat(call(List.of("colour = red"), "templates").exitCode()).isZero();
        assertThat(call(List.of("colour = red"), "heads", "--help").exitCode()).isZero();
        assertThat(call(List.of("colour = red"), "heads").exitCode()).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void templatesAreListedAndPrinted() {
        assertThat(CommandCall.of("templates").out()).startsWith("migration  ");
        assertThat(CommandCall.of("templates", "migration").out()).isEqualTo(Authoring.defaultTemplate());
        assertThat(CommandCall.of("templates", "other").err()).contains("other").contains("migration");
    }

    @Test
    void aProjectIsScaffoldedOnceAndNeverOverwritten() throws IOException {
        Path folder = project.resolve("shop");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".gitignore"), "mine");

        CommandCall first = CommandCall.of("scaffold", folder.toString());
        CommandCall second = CommandCall.of("scaffold", folder.toString());

        assertThat(first.out().lines())
                .startsWith(
                        "Made " + folder.resolve("migrate.properties"),
                        "Made " + folder.resolve("migration.template"),
                        "Made " + folder.resolve("migrations/ProjectEnvironment.java"),
                        "Kept " + folder.resolve(".gitignore") + ", which already exists")
                .contains("Next:");
        assertThat(second.out().lines())
                .filteredOn(line -> line.startsWith("Kept "))
                .hasSize(4);
        assertThat(folder.resolve(".gitignore")).hasContent("mine");
        assertThat(folder.resolve("migration.template")).hasContent(Authoring.defaultTemplate());
        assertThat(CommandCall.of("scaffold", folder.resolve(".gitignore").toString()))
                .satisfies(ofFile -> assertThat(ofFile.exitCode()).isEqualTo(CommandLine.ExitCode.USAGE))
                .satisfies(ofFile ->
                        assertThat(ofFile.err()).contains("cannot be created").hasLineCount(1));
    }
}
