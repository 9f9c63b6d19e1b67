package dev.migrate.cli;

import static dev.migrate.cli.CommandRun.migrate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Control characters in arguments, messages, names, rows and the journal are escaped by every command, at a terminal as
 * well as in a pipe.
 */
class HostileOutputTest {

    /** A title of the window, a bell, a hidden text, CSI as one character, and a reversed text. */
    private static final String HOSTILE = "x\u001b]0;t\u0007\u001b[8m\u009b2J\u202ey";

    private static final Pattern RAW = Pattern.compile(
            "(?!\\r?\\n|\\t|\\x1B\\[(?:0|31|32)m|\\r\\x1B\\[K|(?<=\\r)\\x1B\\[K)(?:\\p{Cc}|[\\u202A-\\u202E])");

    @TempDir
    private Path folder;

    private String url = "";
    private final List<String> failed = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void noTerminal() {
        System.clearProperty("migrate.terminal");
        System.clearProperty("migrate.terminal.out");
    }

    private void run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", url, "--migrations", folder.toString()));
        CommandRun ran = migrate(all.toArray(String[]::new));
        String output = ran.out() + ran.err();
        if (RAW.matcher(output).find() || !output.contains("\\u202e")) {
            failed.add(String.join(" ", arguments) + ": " + output.replaceAll(RAW.pattern(), "RAW"));
        }
    }

    private void runAll() {
        run("heads");
        run("show", "001", "--json");
        run("history", "--graph");
        run("upgrade", "--verbose");
        run("upgrade", "--json");
        run("current");
        run("journal");
        run("journal", "--verbose", "--json");
        run("history", "--verbose");
        run("check", "--json");
        run("upgrade", HOSTILE);
        run("--" + HOSTILE);
        run("revision", "-m", "x", "--template", HOSTILE);
        run("abort", "--json");
        run("diff", "--sql", "--schema", folder.resolve("schema.sql").toString());
        run("diff", "--json", "--schema", folder.resolve("schema.sql").toString());
    }

    @DatabaseTest(oneOfEachProduct = true)
    void isEscaped(TestDatabase database) throws IOException {
        Files.writeString(folder.resolve("First.java"), """
                package migrations;

                @dev.migrate.migration.Revision(id = "001", message = "%1$s")
                public final class First implements dev.migrate.migration.Migration {
                    @Override
                    public void up(dev.migrate.operation.Operations op) {
                        op.execute("INSERT INTO t VALUES ('%1$s')");
                        op.execute("ALTER TABLE t ADD COLUMN c INT COMMENT '%1$s', ADD UNIQUE (name)");
                    }
                }
                """.formatted(HOSTILE));
        Files.writeString(
                folder.resolve("schema.sql"), "CREATE TABLE other (id INT COMMENT '" + HOSTILE + "') COMMENT 'none';");
        url = database.url();
        database.execute(
                "CREATE TABLE t (name VARCHAR(100)) CHARACTER SET utf8mb4", "INSERT INTO t VALUES ('" + HOSTILE + "')");

        runAll();
        database.execute("DROP TABLE t", "DROP TABLE IF EXISTS alembic_version, alembic_version_journal");
        database.execute(
                "CREATE TABLE t (name VARCHAR(100)) CHARACTER SET utf8mb4", "INSERT INTO t VALUES ('" + HOSTILE + "')");
        System.setProperty("migrate.terminal", "true");
        System.setProperty("migrate.terminal.out", "true");
        runAll();

        assertThat(failed).isEmpty();
    }
}
