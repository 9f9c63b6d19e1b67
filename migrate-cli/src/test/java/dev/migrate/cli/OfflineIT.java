package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sql}: scripts instead of runs; and {@code migrate import}. */
class OfflineIT {

    @TempDir
    private Path folder;

    @DatabaseTest(oneOfEachProduct = true)
    void writesAScriptToAFile(TestDatabase database) throws IOException {
        Path file = folder.resolve("up.sql");

        Launched written =
                Samples.customers(database, "upgrade", "--sql", "--output", file.toString(), "--table-timeout", "7");
        assertThat(written.err()).isEmpty();
        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(database.tables()).isEmpty();

        String script = Files.readString(file);
        assertThat(script)
                .startsWith(
                        "-- Upgrade from base to 002, for " + (database.server().isMariaDb() ? "MariaDB " : "MySQL ")
                                + database.server().version() + ".")
                .contains("lock_wait_timeout = 7,", "\n-- Running upgrade 001 -> 002, each customer");
        // No statement of these migrations contains a semicolon.
        database.execute(script.strip().split(";\n", -1));
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("002");
    }

    @Test
    void writesToTheStandardOutputWithoutADatabase() {
        Launched back = Samples.run(
                "downgrade",
                "002:001",
                "--sql",
                "--server",
                "mariadb-10.11",
                "--version-table",
                "versions",
                "--classpath",
                "target/test-classes",
                "--package",
                "dev.migrate.cli.customers");

        assertThat(back.err()).isEmpty();
        assertThat(back.exitCode()).isZero();
        assertThat(back.out())
                .startsWith("-- Downgrade from 002 to 001, for MariaDB 10.11. Written by Migrate.")
                .contains(
                        "-- Running downgrade 002 -> 001, each customer has an address of his own",
                        "UPDATE `versions` SET version_num = '001' WHERE version_num = '002';");
    }

    @Test
    void importsTheRevisionsOfAlembic() throws IOException {
        Path versions = Files.createDirectories(folder.resolve("alembic/versions"));
        Files.writeString(folder.resolve("alembic/env.py"), "");
        Path revision = Files.writeString(
                versions.resolve("a1_notes.py"), "'''notes'''\nrevision = 'a1'\ndown_revision = None\n");
        Path made = folder.resolve("made");

        Launched imported = Samples.run(
                "import",
                "alembic",
                folder.resolve("alembic").toString(),
                "--migrations",
                made.toString(),
                "--no-python");

        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out())
                .containsExactly(
                        "Wrote " + made.resolve("M001_Notes.java"),
                        "<base> -> a1, notes",
                        "To be written by hand: up and down, as in " + revision,
                        "Alembic did not generate the SQL: Python is disabled");
        assertThat(Samples.run("heads", "--migrations", made.toString()).out()).isEqualTo(List.of("a1 (head), notes"));
    }
}
