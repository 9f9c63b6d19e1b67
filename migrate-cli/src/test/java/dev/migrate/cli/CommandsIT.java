package dev.migrate.cli;

import static dev.migrate.cli.Samples.all;
import static dev.migrate.cli.Samples.customers;
import static dev.migrate.cli.Samples.upgradeToTheFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a separate process: signals, pipes, shells, editors. */
class CommandsIT {

    private static final int INTERRUPTED = 130;

    @TempDir
    private Path folder;

    @DatabaseTest(oneOfEachProduct = true)
    void theNextRunResumesAfterAnInterrupt(TestDatabase database) throws SQLException, IOException {
        upgradeToTheFirst(database);
        try (Connection reader = database.dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.executeQuery("SELECT * FROM customer").close();
            try (Launch launch = Launch.interruptible(Map.of(), all(database, "customers", "upgrade"))) {
                launch.await("the statement", () -> isWaitingForTheTable(database));

                launch.interrupt();

                Launched interrupted = launch.end();
                assertThat(interrupted.exitCode()).isEqualTo(INTERRUPTED);
                assertThat(interrupted.err()).doesNotContain("\tat ");
            }
            reader.rollback();
        }

        Launched again = customers(database, "upgrade");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).containsExactly("Upgraded 001 -> 002, each customer has an address of his own");
        assertThat(customers(database, "check").exitCode()).isZero();
    }

    private static boolean isWaitingForTheTable(TestDatabase database) {
        return !database.query("SELECT id FROM information_schema.processlist WHERE db = '" + database.name()
                        + "' AND info LIKE 'ALTER TABLE `customer`%' AND state LIKE 'Waiting for table metadata lock%'")
                .isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aPipeThatClosesEndsTheCommandQuietly(TestDatabase database) throws IOException, InterruptedException {
        String script = "\"$0\" \"$@\" | true; echo \"${PIPESTATUS[0]}\"";

        assertThat(bash(script, all(database, "customers", "history"))).isEqualTo("0\n");
        assertThat(bash(script, all(database, "customers", "journal", "--json")))
                .isEqualTo("0\n");
    }

    @Test
    void bashCompletesCommands() throws IOException, InterruptedException {
        String script = """
                "$0" completion bash > "$1" && bash -n "$1" && . "$1" && COMP_WORDS=(migrate up) COMP_CWORD=1 \\
                    && _complete_migrate 2>/dev/null && echo "${COMPREPLY[@]}"
                """;

        assertThat(bash(script, folder.resolve("completion").toString())).isEqualTo("upgrade\n");
    }

    @Test
    void theEditorOpensTheSourceAndItsExitCodeIsReported() throws IOException {
        Path source = Files.writeString(folder.resolve("M001_First.java"), """
                package migrations;

                import dev.migrate.migration.Migration;
                import dev.migrate.migration.Revision;
                import dev.migrate.operation.Operations;

                @Revision(id = "001")
                public final class M001_First implements Migration {
                    @Override
                    public void up(Operations op) {}
                }
                """);
        String[] edit = {"edit", "head", "--migrations", folder.toString()};

        Launched worked = Launched.with(Map.of("VISUAL", "echo opened"), edit);
        assertThat(worked.err()).isEmpty();
        assertThat(worked.out()).containsExactly("opened " + source);
        assertThat(worked.exitCode()).isZero();

        Launched failed = Launched.with(Map.of("VISUAL", "", "EDITOR", "false"), edit);
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err()).startsWith("migrate: The editor false failed");

        Launched without = Launched.with(Map.of("VISUAL", "", "EDITOR", ""), edit);
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("VISUAL", "EDITOR");
    }

    @Test
    void reportsMissingJava() throws IOException, InterruptedException {
        assertThat(bash("JAVA_HOME=/none \"$0\" heads 2>&1; echo $?", new String[0]))
                .contains("JAVA_HOME")
                .endsWith("\n3\n");
    }

    /** {@code /dev/full} rejects every write, like a full disk. */
    @Test
    void outputThatCannotBeWrittenIsAFailure() throws IOException, InterruptedException {
        String upgrade = "upgrade --sql --server mysql-8.0.36 --classpath target/test-classes"
                + " --package dev.migrate.cli.migrations";
        for (String command : List.of("--version", "help upgrade", "completion bash", upgrade)) {
            assertThat(bash("\"$0\" " + command + " 2>&1 > /dev/full; echo $?"))
                    .as(command)
                    .isEqualTo("migrate: The output could not be written: No space left on device.\n3\n");
        }
    }

    /** The standard output and error of a script that finds the launcher as {@code $0}. */
    private static String bash(String script, String... arguments) throws IOException, InterruptedException {
        Process process = Launch.bash(script, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
