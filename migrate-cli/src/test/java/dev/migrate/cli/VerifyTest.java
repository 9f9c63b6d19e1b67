package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate verify}, which never changes the database. */
class VerifyTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMigrations() throws IOException {
        write("001", "CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(90));\n-- down\nDROP TABLE users;\n");
        write("002\n-- parents: 001", "ALTER TABLE users ADD name VARCHAR(50);\n");
    }

    private void write(String revision, String script) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                migrations.resolve("M" + revision.substring(0, 3) + ".sql"),
                "-- revision: " + revision + "\n\n" + script);
    }

    private CommandRun verify(TestDatabase database, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add(0, "verify");
        return run(database, all.toArray(String[]::new));
    }

    private CommandRun run(TestDatabase database, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--url",
                database.url(),
                "--migrations",
                folder.resolve("migrations").toString()));
        return CommandRun.migrate(all.toArray(String[]::new));
    }

    @DatabaseTest(one = true)
    void theSchemaFileIsWrittenComparedAndAModel(TestDatabase database) throws IOException {
        Path file = folder.resolve("schema.sql");
        CommandRun written = verify(database, "--schema-file", file.toString(), "--write");
        assertThat(written.err()).isEmpty();
        assertThat(written.lines()).containsExactly("Verified 001", "Verified 002", "Wrote " + file, "2 verified.");

        CommandRun same = verify(database, "--schema-file", file.toString(), "--schema", file.toString());
        assertThat(same.exitCode()).isZero();
        assertThat(same.lines()).contains("Up to date: " + file);

        Files.writeString(file, Files.readString(file).replace("VARCHAR(50)", "VARCHAR(60)"));
        CommandRun different = verify(database, "--schema-file", file.toString(), "--schema", file.toString());
        assertThat(different.exitCode()).isEqualTo(1);
        assertThat(different.lines())
                .containsSubsequence(
                        "The model differs. From the migrated schema to the model:",
                        "alter column users.name",
                        file + " differs from the migrated schema (- file, + schema):",
                        "    -   `name` VARCHAR(60) NULL,",
                        "    +   `name` VARCHAR(50) NULL,",
                        "Update it with --write.",
                        "2 verified.");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(one = true)
    void aFailureGivesTheExitCodeOne(TestDatabase database) throws IOException {
        write("003\n-- parents: 002", "ALTER TABLE users ADD INDEX ix_name (name);\n-- down\nDO 0;\n");
        write("004\n-- parents: 003\n-- irreversible: the case is lost", "UPDATE users SET email = LOWER(email);\n");
        write("005\n-- parents: 004", "UPDATE users SET name = UPPER(name);\n");

        CommandRun ran =
                verify(database, "--schema-file", folder.resolve("schema.sql").toString(), "--write");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines())
                .containsSubsequence(
                        "Failed 003",
                        "    The downgrade does not restore the schema before the revision: table users has KEY"
                                + " `ix_name` (`name`) in addition.",
                        "Irreversible 004",
                        "    the case is lost",
                        "Failed 005",
                        "2 verified, 1 irreversible, 2 failed.");
    }

    @DatabaseTest(one = true)
    void recordedDowngradesAreTheOnlyOnesIfThatIsRequired(TestDatabase database) throws IOException {
        assertThat(verify(database, "--record").lines())
                .contains("Recorded in " + folder.resolve("migrations").resolve("verified-downgrades.txt"));
        assertThat(run(database, "upgrade").exitCode()).isZero();
        assertThat(run(database, "downgrade", "001", "--yes", "--require-verified")
                        .lines())
                .containsExactly("Downgraded 002 -> 001");

        write(
                "001",
                "CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(90));\n-- down\nDROP TABLE IF EXISTS users;\n");
        CommandRun refused = run(database, "downgrade", "base", "--yes", "--require-verified");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.err())
                .contains("was not verified on", "001. Nothing was changed.", "migrate verify --record");
        assertThat(run(database, "downgrade", "base", "--yes").exitCode()).isZero();
    }

    @DatabaseTest(one = true)
    void reportsAMissingFile(TestDatabase database) {
        CommandRun ran =
                verify(database, "--schema-file", folder.resolve("none.sql").toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ran.err()).contains("none.sql does not exist. Create it with --write.");
    }

    @Test
    void linesAreComparedInOrder() {
        assertThat(LineDiff.between("a\nb\nc\nd\ne\n", "a\nc\nx\nd\ny\ne\nz\n"))
                .containsExactly("- b", "+ x", "+ y", "+ z");
        assertThat(LineDiff.between("", "a\nb\n")).containsExactly("+ a", "+ b");
        assertThat(LineDiff.between("a\r\nb\r\n", "a\nb\n")).isEmpty();
        assertThat(LineDiff.between("a\n".repeat(5_000), "b\n".repeat(5_000)))
                .hasSize(10_000)
                .startsWith("- a")
                .endsWith("+ b");
    }
}
