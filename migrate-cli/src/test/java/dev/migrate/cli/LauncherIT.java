package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a real shell, with real servers. */
class LauncherIT {

    /** Not the user of the tests. */
    private static final int SOMEBODY = 65534;

    private static Launched migrate(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--url", database.url()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--classpath", "target/test-classes", "--package", "dev.migrate.cli.migrations"));
        return Launched.with(Map.of(), all.toArray(String[]::new));
    }

    private static String[] concat(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void printsTheServer(TestDatabase database) {
        Launched check = Launched.with(Map.of(), "--url", database.url(), "check");

        assertThat(check.err()).isEmpty();
        assertThat(check.exitCode()).isZero();
        assertThat(check.out())
                .containsExactly(
                        "Server:   " + (database.server().isMariaDb() ? "MariaDB" : "MySQL"),
                        "Version:  " + database.server().version(),
                        "Database: " + database.name(),
                        "User:     " + database.column("SELECT CURRENT_USER()").get(0),
                        "Rights:   all that migrations require");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void upgradesDowngradesAndPrintsTheCurrentRevision(TestDatabase database) {
        Launched up = migrate(database, "upgrade", "head");
        assertThat(up.err()).isEmpty();
        assertThat(up.exitCode()).isZero();
        assertThat(up.out())
                .containsExactly("Upgraded <base> -> 001, notes", "Upgraded 001 -> 002, notes can be pinned");

        assertThat(migrate(database, "upgrade").out()).containsExactly("Nothing to do: the database is at 002.");
        assertThat(migrate(database, "current").out()).containsExactly("002 (head) (current), notes can be pinned");
        assertThat(migrate(database, "downgrade", "-1", "--yes").out())
                .containsExactly("Downgraded 002 -> 001, notes can be pinned");
        assertThat(migrate(database, "history").out())
                .containsExactly("001 -> 002 (head), notes can be pinned", "<base> -> 001 (current), notes");
        assertThat(migrate(database, "stamp", "head").out()).containsExactly("Stamped 001 -> 002");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("002");
        assertThat(migrate(database, "stamp", "--purge", "001").out()).containsExactly("Stamped 002 -> 001");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void drawsTheHistory(TestDatabase database) {
        migrate(database, "upgrade", "001");

        assertThat(migrate(database, "history", "--graph").out())
                .containsExactly("o 002 (head), notes can be pinned", "* 001 (current), notes");
        assertThat(migrate(database, "history", "--range", "current:").out())
                .containsExactly("001 -> 002 (head), notes can be pinned", "<base> -> 001 (current), notes");
        assertThat(migrate(database, "history", "-r", "base:current").out())
                .containsExactly("<base> -> 001 (current), notes");
        assertThat(migrate(database, "show", "current").out())
                .containsExactly("Revision: 001, notes", "Parent:   <base>", "Children: 002");
        assertThat(migrate(database, "history", "--graph", "-r", "001:").exitCode())
                .isEqualTo(2);
    }

    @Test
    void offlineCommandsNeedNoDatabase() {
        String[] migrations = {"--classpath", "target/test-classes", "--package", "dev.migrate.cli.migrations"};

        assertThat(Launched.with(Map.of(), concat(migrations, "heads")).out())
                .containsExactly("002 (head), notes can be pinned");
        assertThat(Launched.with(Map.of(), concat(migrations, "branches"))).satisfies(none -> {
            assertThat(none.exitCode()).isZero();
            assertThat(none.out()).isEmpty();
        });
        assertThat(Launched.with(Map.of(), concat(migrations, "show", "head")).out())
                .containsExactly("Revision: 002 (head), notes can be pinned", "Parent:   001");
        assertThat(Launched.with(Map.of(), concat(migrations, "show", "current")))
                .satisfies(relative -> {
                    assertThat(relative.exitCode()).isEqualTo(2);
                    assertThat(relative.err()).contains("--url");
                });
    }

    @DatabaseTest(oneOfEachProduct = true)
    void anUnknownRevisionExitsWithThree(TestDatabase database) {
        Launched upgrade = migrate(database, "upgrade", "003");

        assertThat(upgrade.exitCode()).isEqualTo(3);
        assertThat(upgrade.out()).isEmpty();
        assertThat(upgrade.err()).startsWith("migrate: ").contains("003").doesNotContain("\tat ");
        assertThat(upgrade.err().lines()).hasSize(2);
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void verboseAddsTheStackTrace(TestDatabase database) {
        assertThat(migrate(database, "--verbose", "upgrade", "003").err()).contains("\tat dev.migrate");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void readsThePasswordFromTheEnvironmentOrAFile(TestDatabase database, @TempDir Path folder) throws IOException {
        String user = "u_" + database.name();
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'a secret'",
                "GRANT ALL ON " + database.name() + ".* TO '" + user + "'@'%'");
        try {
            String url = database.url().substring(0, database.url().indexOf('?')) + "?allowPublicKeyRetrieval=true";
            Path file = Files.writeString(folder.resolve("password"), "a secret\n");

            Launched fromEnvironment =
                    Launched.with(Map.of("MIGRATE_PASSWORD", "a secret"), "check", "--url", url, "--user", user);
            Launched fromFile = Launched.with(
                    Map.of("MIGRATE_PASSWORD", "another"),
                    "check",
                    "--url",
                    url,
                    "--user",
                    user,
                    "--password-file",
                    file.toString());
            Launched wrong =
                    Launched.with(Map.of("MIGRATE_PASSWORD", "another"), "check", "--url", url, "--user", user);

            assertThat(fromEnvironment.exitCode()).isZero();
            assertThat(fromFile.exitCode()).isZero();
            assertThat(wrong.exitCode()).isEqualTo(3);
            assertThat(wrong.err()).contains("1045", user).doesNotContain("another");
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void checkRejectsAUrlWithoutADatabase(TestDatabase database) {
        Launched check =
                Launched.with(Map.of(), "check", "--url", database.url().replace(database.name(), ""));

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("contains no database");
    }

    @Test
    void aPasswordInTheUrlIsNeverShown(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve(Configuration.FILE_NAME),
                "url = jdbc:mysql://127.0.0.1:1/x?user=me&password=top-secret");

        Launched check = Launched.in(folder, Map.of(), "--verbose", "check");

        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.err()).contains("Cannot connect").doesNotContain("top-secret");
    }

    /** The user of {@code sudo} is trusted, as by git. Only the administrator can give files away. */
    @Test
    void configurationOfAnotherUserIsNotExecuted(@TempDir Path folder) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"));
        Path file = Files.writeString(folder.resolve(Configuration.FILE_NAME), "migrations = .");
        Files.setAttribute(file, "unix:uid", SOMEBODY);

        assertThat(Launched.in(folder, Map.of(), "heads").err())
                .contains(file + " belongs to the user", "MIGRATE_TRUSTED_FOLDERS=" + folder, "--config");
        assertThat(Launched.in(folder, Map.of("MIGRATE_TRUSTED_FOLDERS", folder.toString()), "heads"))
                .isEqualTo(new Launched(0, List.of(), ""));
        assertThat(Launched.in(folder, Map.of("SUDO_UID", String.valueOf(SOMEBODY)), "heads"))
                .isEqualTo(new Launched(0, List.of(), ""));
        assertThat(Launched.in(folder, Map.of(), "heads", "--config", file.toString()))
                .isEqualTo(new Launched(0, List.of(), ""));
    }

    /** For Java, an empty entry of the class path is the working folder. */
    @Test
    void anEmptyClassPathDoesNotContainTheWorkingFolder(@TempDir Path folder) throws IOException {
        Path main =
                Files.createDirectories(folder.resolve("org/hibernate/boot")).resolve("MetadataSources.class");
        Files.createFile(main);
        Files.createDirectory(folder.resolve("migrations"));

        for (String empty : List.of("", ":", "::")) {
            assertThat(Launched.in(folder, Map.of(), "heads", "--migrations", "migrations", "--classpath", empty))
                    .isEqualTo(new Launched(0, List.of(), ""));
        }
    }

    @Test
    void usageErrorsExitWithTwo() {
        assertThat(Launched.with(Map.of(), "upgrad")).satisfies(typo -> {
            assertThat(typo.exitCode()).isEqualTo(2);
            assertThat(typo.err()).contains("upgrad").contains("upgrade").doesNotContain("\tat ");
        });
        assertThat(Launched.with(Map.of(), "check")).satisfies(withoutUrl -> {
            assertThat(withoutUrl.exitCode()).isEqualTo(2);
            assertThat(withoutUrl.err()).contains("--url jdbc:mysql://HOST:PORT/DATABASE");
        });
        assertThat(Launched.with(Map.of(), "current", "--url", "jdbc:mysql://127.0.0.1:1/x"))
                .satisfies(withoutMigrations -> {
                    assertThat(withoutMigrations.exitCode()).isEqualTo(2);
                    assertThat(withoutMigrations.err()).contains("--package");
                });
        assertThat(Launched.with(Map.of(), "check", "--url", "jdbc:oracle:x?password=pw"))
                .satisfies(foreign -> {
                    assertThat(foreign.exitCode()).isEqualTo(2);
                    assertThat(foreign.err()).contains("jdbc:mysql://").doesNotContain("pw");
                });
    }

    @Test
    void helpAndVersionArePrintedToStandardOutput() {
        assertThat(Launched.with(Map.of(), "--help").out()).anyMatch(line -> line.contains("upgrade"));
        assertThat(Launched.with(Map.of(), "upgrade", "--help").out()).anyMatch(line -> line.contains("TARGET"));
        assertThat(Launched.with(Map.of(), "--version").out())
                .singleElement()
                .asString()
                .matches("migrate \\d.*");
    }

    @Test
    void printsHelpWithoutACommand() {
        Launched nothing = Launched.with(Map.of());

        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out()).anyMatch(line -> line.startsWith("Commands:"));
        assertThat(nothing.err()).isEmpty();
    }
}
