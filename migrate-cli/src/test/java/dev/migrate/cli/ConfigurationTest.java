package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contents of {@code migrate.properties} and their precedence. */
class ConfigurationTest {

    @TempDir
    private Path project;

    private Path write(String... lines) throws IOException {
        return Files.writeString(project.resolve(Configuration.FILE_NAME), String.join("\n", lines));
    }

    private Configuration read(String... environment) {
        return read(Map.of(), environment);
    }

    private Configuration read(Map<String, String> variables, String... environment) {
        return Configuration.read(
                Optional.empty(),
                Optional.of(environment).filter(one -> one.length > 0).map(one -> one[0]),
                project,
                variables);
    }

    @Test
    void isFoundInTheNearestParentFolder() throws IOException {
        write("url = of the project");
        Path deep = Files.createDirectories(project.resolve("a/b"));

        Configuration found = Configuration.read(Optional.empty(), Optional.empty(), deep, Map.of());

        assertThat(found.text(Key.URL)).contains("of the project");
    }

    @Test
    void theNearestFileHidesThoseInParentFolders() throws IOException {
        write("url = of the project", "user = of the project");
        Path part = Files.createDirectories(project.resolve("part"));
        Files.writeString(part.resolve(Configuration.FILE_NAME), "url = of the part");

        Configuration found = Configuration.read(Optional.empty(), Optional.empty(), part, Map.of());

        assertThat(found.text(Key.URL)).contains("of the part");
        assertThat(found.text(Key.USER)).isEmpty();
    }

    @Test
    void aSpecifiedFileReplacesTheNearestOne() throws IOException {
        write("url = nearest");
        Files.writeString(project.resolve("other"), "url = named");

        Configuration named = Configuration.read(Optional.of(Path.of("other")), Optional.empty(), project, Map.of());

        assertThat(named.text(Key.URL)).contains("named");
        assertThatThrownBy(() -> Configuration.read(Optional.of(Path.of("none")), Optional.empty(), project, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("The configuration file does not exist: " + project.resolve("none") + ".");
    }

    @Test
    void aFileThatOthersCanChangeIsNotUsed() throws IOException {
        Path file = write("url = of the project");
        allowAll(file);

        assertThatThrownBy(this::read)
                .isInstanceOf(UsageException.class)
                .hasMessage("The configuration file " + file + " is not used: every user can write to " + file
                        + ", so code of others could run. If you trust the folder, set the environment variable"
                        + " MIGRATE_TRUSTED_FOLDERS=" + project + ", or specify the file with --config.");
        assertThat(read(Map.of("MIGRATE_TRUSTED_FOLDERS", "/nowhere:" + project))
                        .text(Key.URL))
                .contains("of the project");
        assertThat(Configuration.read(Optional.of(file), Optional.empty(), project, Map.of())
                        .text(Key.URL))
                .contains("of the project");
    }

    @Test
    void aFileInAFolderInWhichOthersCanReplaceItIsNotUsed() throws IOException {
        write("url = of the project");
        Path deep = Files.createDirectories(project.resolve("a/b"));
        allowAll(project);

        assertThatThrownBy(() -> Configuration.read(Optional.empty(), Optional.empty(), deep, Map.of()))
                .hasMessageContaining("is not used: every user can write to " + project + ", ");
        assertThat(Configuration.read(
                                Optional.empty(),
                                Optional.empty(),
                                deep,
                                Map.of("MIGRATE_TRUSTED_FOLDERS", project.toString()))
                        .text(Key.URL))
                .contains("of the project");
    }

    @Test
    void filesThatOthersCanChangeAreNotUsedEither() throws IOException {
        Path file = write("migrations = sources", "classpath = lib/my.jar");
        Path sources = Files.createDirectory(project.resolve("sources"));
        Path jar =
                Files.createFile(Files.createDirectory(project.resolve("lib")).resolve("my.jar"));
        assertThat(read().paths(Key.MIGRATIONS)).containsExactly(Path.of("sources"));
        assertThat(read().placed(Path.of("lib/my.jar"))).isEqualTo(Path.of("lib/my.jar"));
        allowAll(sources);
        allowAll(jar);

        assertThatThrownBy(() -> read().paths(Key.MIGRATIONS))
                .hasMessageContaining("is not used: every user can write to " + sources + ", ")
                .hasMessageContaining("MIGRATE_TRUSTED_FOLDERS=" + project + ", ");
        assertThatThrownBy(() -> read().placed(Path.of("lib/my.jar")))
                .hasMessageContaining("is not used: every user can write to " + jar + ", ");
        assertThat(Configuration.read(Optional.of(file), Optional.empty(), project, Map.of())
                        .paths(Key.MIGRATIONS))
                .containsExactly(Path.of("sources"));
    }

    private static void allowAll(Path file) throws IOException {
        Files.setPosixFilePermissions(file, EnumSet.allOf(PosixFilePermission.class));
    }

    @Test
    void theConfigurationIsEmptyWithoutAFile() {
        assertThat(read().text(Key.URL)).isEmpty();
        assertThat(read().paths(Key.MIGRATIONS)).isEmpty();
        assertThat(read().prefixed(Key.HIBERNATE)).isEmpty();
        assertThat(read().oneOf(Key.ENTITIES, Key.SCHEMA)).isEmpty();
        assertThatThrownBy(() -> read("staging"))
                .hasMessageContaining("staging")
                .hasMessageContaining(Configuration.FILE_NAME)
                .hasMessageContaining("migrate scaffold");
    }

    @ParameterizedTest
    @CsvSource({
        "ulr, url",
        "lock_timeout, lock-timeout",
        "passwordFile, password-file",
        "version-tabel, version-table",
        "env.staging.usr, env.staging.user",
    })
    void anUnknownKeyIsAnErrorWithASuggestion(String wrong, String right) throws IOException {
        Path file = write("url = x", wrong + " = secret");

        assertThatThrownBy(() -> read())
                .isInstanceOf(UsageException.class)
                .hasMessage("Unknown key " + wrong + " in " + file + ". Did you mean " + right + "?");
    }

    @Test
    void allKeysAreListedWithoutASuggestion() throws IOException {
        write("colour = red");

        assertThatThrownBy(() -> read()).hasMessageContaining("The keys are url, user, password, ");
    }

    @Test
    void theSelectedEnvironmentOverridesThePlainKey() throws IOException {
        write("url = plain", "user = everybody", "env.ci.url = of ci", "env.live.user =");

        assertThat(read().text(Key.URL)).contains("plain");
        assertThat(read("ci").text(Key.URL)).contains("of ci");
        assertThat(read("ci").text(Key.USER)).contains("everybody");
        assertThat(read("live").text(Key.USER)).as("removed").isEmpty();
        assertThatThrownBy(() -> read("prod"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no environment prod in ")
                .hasMessageEndingWith("Available: ci, live.");
    }

    @Test
    void theEnvironmentSelectsAmongExclusiveKeys() throws IOException {
        write(
                "password = plain",
                "schema = s.sql",
                "entities = a",
                "env.ci.password-file = f",
                "env.ci.schema = t.sql");

        assertThat(read().oneOf(Key.PASSWORD, Key.PASSWORD_FILE)).contains(Key.PASSWORD);
        assertThat(read("ci").oneOf(Key.PASSWORD, Key.PASSWORD_FILE)).contains(Key.PASSWORD_FILE);
        assertThat(read("ci").oneOf(Key.ENTITIES, Key.SCHEMA)).contains(Key.SCHEMA);
        assertThatThrownBy(() -> read().oneOf(Key.ENTITIES, Key.SCHEMA))
                .hasMessageContaining("The key entities in ")
                .hasMessageEndingWith(" and schema are mutually exclusive: remove one.");
    }

    @Test
    void variablesAreReplaced() throws IOException {
        write("url = jdbc:mysql://${HOST}:${PORT:-3306}/${NAME:-}", "user = a$b${EMPTY:-c}");
        Map<String, String> variables = Map.of("HOST", "db$1", "EMPTY", "");

        assertThat(read(variables).text(Key.URL)).contains("jdbc:mysql://db$1:3306/");
        assertThat(read(variables).text(Key.USER)).contains("a$bc");
    }

    @Test
    void anUnsetVariableAffectsOnlyItsKeys() throws IOException {
        Path file = write("user = me", "env.ci.password = top${DB_PASSWORD}secret");
        Configuration ci = read("ci");

        assertThat(ci.text(Key.USER)).contains("me");
        assertThatThrownBy(() -> ci.text(Key.PASSWORD))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "The key env.ci.password in " + file + " requires the environment variable DB_PASSWORD, which"
                                + " is not set. Set it, or write ${DB_PASSWORD:-default}.");
    }

    @Test
    void invalidVariablesAreErrors() throws IOException {
        write("url = ${env:HOST}", "name-pattern = M${number}_${message}");

        assertThatThrownBy(() -> read().text(Key.URL)).hasMessageContaining("${env:HOST}");
        assertThat(read().text(Key.NAME_PATTERN)).as("its own placeholders").contains("M${number}_${message}");
    }

    @Test
    void pathsAreRelativeToTheFolderOfTheFile() throws IOException {
        write("migrations = db/one, ../two", "schema = /etc/schema.sql");
        Path deep = Files.createDirectories(project.resolve("deep"));

        Configuration above = Configuration.read(Optional.empty(), Optional.empty(), deep, Map.of());

        assertThat(above.paths(Key.MIGRATIONS))
                .containsExactly(project.resolve("db/one"), project.resolveSibling("two"));
        assertThat(above.path(Key.SCHEMA)).contains(Path.of("/etc/schema.sql"));
        assertThat(read().paths(Key.MIGRATIONS)).element(0).isEqualTo(Path.of("db", "one"));
    }

    @Test
    void durationsAndFlagsAreChecked() throws IOException {
        write("lock-timeout = 5", "table-timeout = soon", "gtid-tokens = yes", "env.ci.gtid-tokens = true");

        assertThat(read().seconds(Key.LOCK_TIMEOUT)).contains(Duration.ofSeconds(5));
        assertThat(read("ci").flag(Key.GTID_TOKENS)).contains(true);
        assertThatThrownBy(() -> read().seconds(Key.TABLE_TIMEOUT))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("table-timeout")
                .hasMessageContaining("soon");
        assertThatThrownBy(() -> read().flag(Key.GTID_TOKENS)).hasMessageContaining("neither true nor false");
    }

    @Test
    void hibernateSettingsKeepTheirNames() throws IOException {
        write(
                "hibernate.a = 1",
                "hibernate.b = ${B}",
                "hibernate.c = 3",
                "env.ci.hibernate.a = 4",
                "env.ci.hibernate.c =");

        assertThat(read(Map.of("B", "2"), "ci").prefixed(Key.HIBERNATE))
                .containsExactly(Map.entry("hibernate.a", "4"), Map.entry("hibernate.b", "2"));
    }

    @Test
    void theFileIsUtf8() throws IOException {
        write("\uFEFFuser = Jürgen \t", "url: 数据库");
        assertThat(read().text(Key.USER)).contains("Jürgen");
        assertThat(read().text(Key.URL)).contains("数据库");

        Files.write(project.resolve(Configuration.FILE_NAME), "user = Jürgen".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("not encoded in UTF-8");
    }

    @Test
    void invalidFilesHaveAShortError() throws IOException {
        write("url = a", "user = b", "url = c");
        assertThatThrownBy(() -> read())
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("contains the key url twice.");

        write("user = \\u12");
        assertThatThrownBy(() -> read()).isInstanceOf(UsageException.class).hasMessageContaining("\\u");
    }
}
