package dev.migrate.cli;

import static dev.migrate.cli.CommandRun.customers;
import static dev.migrate.cli.CommandRun.migrate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output and the exit codes of commands. */
class CommandsTest {

    private static final String UNREACHABLE = "jdbc:mysql://127.0.0.1:1/chat?user=me&password=top-secret";

    @DatabaseTest(oneOfEachProduct = true)
    void initPreparesADatabaseAndReportsIt(TestDatabase database) {
        String name = database.name() + "_new";
        String url = database.url().replace(database.name(), name);
        String[] init = Stream.concat(Stream.of("init", "--url", url), Stream.of(CommandRun.CUSTOMERS))
                .toArray(String[]::new);
        try {
            CommandRun first = migrate(init);
            assertThat(first.err()).isEmpty();
            assertThat(first.lines())
                    .containsExactly(
                            "Created database " + name,
                            "Created version table",
                            "Upgraded <base> -> 001, customers",
                            "Upgraded 001 -> 002, each customer has an address of his own");
            CommandRun second = migrate(init);
            assertThat(second.exitCode()).isZero();
            assertThat(second.lines()).containsExactly("Nothing to do: the database is at 002.");
        } finally {
            database.execute("DROP DATABASE IF EXISTS " + name);
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void checkExitsWithOneWhileRevisionsArePending(TestDatabase database) {
        customers(database, "upgrade", "001");

        CommandRun pending = customers(database, "check");
        assertThat(pending.exitCode()).isEqualTo(1);
        assertThat(pending.lines())
                .endsWith(
                        "Rights:   all that migrations require",
                        "Applied:  1 revision",
                        "Pending:  1 revision",
                        "    001 -> 002, each customer has an address of his own");

        customers(database, "upgrade");
        CommandRun done = customers(database, "check");
        assertThat(done.exitCode()).isZero();
        assertThat(done.lines()).endsWith("Applied:  2 revisions", "Pending:  0 revisions");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aDowngradeThatLosesDataRequiresYesWithoutATerminal(TestDatabase database) {
        customers(database, "upgrade");

        CommandRun refused = customers(database, "downgrade", "base");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("migrate: The downgrade would lose data. 002: All values of customer.phone are lost. ")
                .contains("001: All rows of customer are lost.", "--yes");
        assertThat(database.tables()).contains("customer");

        assertThat(customers(database, "downgrade", "base", "--yes").exitCode()).isZero();
        CommandRun nothing = customers(database, "downgrade", "base");
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.lines()).containsExactly("Nothing to do: the database is at <base>.");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aDowngradeThatLosesDataRequiresConfirmationAtATerminal(TestDatabase database) {
        customers(database, "upgrade");

        CommandRun declined = answered("no\n", () -> customers(database, "downgrade", "001"));
        assertThat(declined.exitCode()).isEqualTo(3);
        assertThat(declined.out()).isEmpty();
        assertThat(declined.err())
                .startsWith("migrate: 002: All values of customer.phone are lost.")
                .contains("Downgrade anyway? [y/N] ")
                .endsWith("migrate: Nothing was changed." + System.lineSeparator());

        CommandRun confirmed = answered("y\n", () -> customers(database, "downgrade", "001"));
        assertThat(confirmed.exitCode()).isZero();
        assertThat(confirmed.lines()).containsExactly("Downgraded 002 -> 001, each customer has an address of his own");
    }

    /** With a user at the terminal who types this. */
    private static CommandRun answered(String typed, Supplier<CommandRun> command) {
        InputStream in = System.in;
        System.setProperty("migrate.interactive", "true");
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return command.get();
        } finally {
            System.clearProperty("migrate.interactive");
            System.setIn(in);
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void quietPrintsOnlyResults(TestDatabase database) {
        assertThat(customers(database, "-q", "upgrade")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(customers(database, "current", "--quiet").lines())
                .containsExactly("002 (head) (current), each customer has an address of his own");
        assertThat(customers(database, "-q", "upgrade", "003").err()).contains("003");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void anUnknownRevisionNamesTheNearest(TestDatabase database) {
        CommandRun upgrade = customers(database, "upgrade", "01");

        assertThat(upgrade.exitCode()).isEqualTo(3);
        assertThat(upgrade.err()).contains("'01'", "Did you mean '001'");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void quietAndVerboseAreMutuallyExclusive() {
        assertThat(migrate("heads", "-q", "-v").exitCode()).isEqualTo(2);
        assertThat(migrate("heads", "-q", "-v").err()).contains("--quiet", "--verbose");
    }

    @ParameterizedTest
    @CsvSource({
        "upgrade, 3, Cannot connect to the database",
        "init, 3, Cannot connect to the database",
        "check, 3, Cannot connect to the database",
        "show 999, 3, '999'",
        "edit 001 002, 2, 002",
        "completion fish, 2, fish",
        "diff, 2, --schema",
        "downgrade, 2, TARGET",
        "historie, 2, history",
    })
    void errorsAreShortAndContainNoPasswords(String arguments, int exitCode, String named) {
        String all = arguments + " --url " + UNREACHABLE + " " + String.join(" ", CommandRun.CUSTOMERS);

        CommandRun ran = migrate(all.split(" "));

        assertThat(ran.exitCode()).isEqualTo(exitCode);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("migrate: ")
                .contains(named)
                .doesNotContain("\tat ")
                .doesNotContain("top-secret");
        assertThat(ran.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aFailureInJsonHasItsParts() {
        CommandRun ran = migrate("check", "--json", "--url", UNREACHABLE);

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).startsWith("migrate: Cannot connect to the database");
        assertThat(ran.out())
                .contains("\"type\" : \"ConnectionFailed\"", "\"reason\" : \"server_unreachable\"", "\"exitCode\" : 3")
                .contains("\"message\" : \"Cannot connect to", "\"remedy\" : \"Check that the server is running")
                .doesNotContain("top-secret");
    }

    @Test
    void aUsageErrorInJsonIsAnObject() {
        assertThat(migrate("downgrade", "--json").out())
                .contains("\"type\" : \"Usage\"", "TARGET", "\"remedy\" : null", "\"exitCode\" : 2");
        assertThat(migrate("check", "--json").out()).contains("\"type\" : \"Usage\"", "--url", "\"exitCode\" : 2");
    }

    @Test
    void aFailedConnectionNamesItsTarget() {
        CommandRun ran = migrate("check", "--url", UNREACHABLE, "--user", "ann");

        assertThat(ran.err()).contains("Cannot connect to the database chat at 127.0.0.1:1 as user ann: ");
    }

    @Test
    void connectingIsRepeatedIfRequested() {
        CommandRun ran = migrate("check", "--url", UNREACHABLE, "--connect-retries", "1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("Retry 1 of 1 in 1 s.").doesNotContain("top-secret");
        assertThat(migrate("check", "--url", UNREACHABLE, "--connect-retries", "-1")
                        .err())
                .contains("'-1' is not a number");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aFailedCommandReportsWhatItHasDone(TestDatabase database, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("First.java"), source("First", "id = \"001\"", "CREATE TABLE t (id INT)"));
        Files.writeString(
                folder.resolve("Second.java"), source("Second", "id = \"002\", parents = \"001\"", "DROP TABLE none"));
        database.execute("DROP DATABASE " + database.name());
        String[] init = {"init", "--url", database.url(), "--migrations", folder.toString()};

        CommandRun failed = migrate(init);

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.lines())
                .containsExactly(
                        "Created database " + database.name(), "Created version table", "Upgraded <base> -> 001");
        assertThat(failed.err().lines())
                .satisfiesExactly(
                        what -> assertThat(what)
                                .startsWith("migrate: Migration 002 failed while upgrading, at statement 1"),
                        statement -> assertThat(statement).isEqualTo("Statement: DROP TABLE none"),
                        state -> assertThat(state).startsWith("State: It was not executed."),
                        next -> assertThat(next).startsWith("Next: Fix the cause"));

        database.execute("DROP DATABASE " + database.name());
        assertThat(migrate(Stream.concat(Stream.of(init), Stream.of("--json")).toArray(String[]::new))
                        .out())
                .contains("\"type\" : \"StatementFailed\"", "\"reason\" : null", "\"revision\" : \"002\"")
                .contains("\"statement\" : \"DROP TABLE none\"", "\"outcome\" : \"not_done\"", "\"serverCode\" : 1")
                .contains("\"databaseCreated\" : true", "\"versionTableCreated\" : true", "\"direction\" : \"up\"");
    }

    private static String source(String className, String revision, String sql) {
        return """
                package migrations;

                @dev.migrate.migration.Revision(%s)
                public final class %s implements dev.migrate.migration.Migration {
                    @Override
                    public void up(dev.migrate.operation.Operations op) {
                        op.execute("%s");
                    }
                }
                """.formatted(revision, className, sql);
    }

    @Test
    void theHelpOfACommandContainsItsOwnOptions() {
        String help = migrate("help", "revision").out();

        assertThat(help)
                .contains("--autogenerate", "--rev-id", "--help", "migrate --help")
                .doesNotContain("--hibernate=", "--url=", "--json");
        assertThat(migrate("upgrade", "--help").out().lines())
                .anyMatch(line -> line.contains("--lock-timeout"))
                .hasSizeLessThan(40);
        assertThat(migrate("--help").out()).contains("--hibernate=", "--url=", "--json");
    }

    @Test
    void aNewRevisionNeedsAMessage(@TempDir Path folder) throws IOException {
        String[] revision = {"revision", "--migrations", folder.toString()};

        assertThat(migrate(revision)).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("-m");
        });
        assertThat(folder).isEmptyDirectory();
        assertThat(answered("add users\n", () -> migrate(revision)).out()).contains("M001_AddUsers.java");
        assertThat(migrate("heads", "--migrations", folder.toString()).out()).contains(", add users");
    }

    @Test
    void anImportWithoutSqlFailsUnlessItWasRequested(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = .\n");
        Files.writeString(folder.resolve("env.py"), "");
        Files.createDirectory(folder.resolve("versions"));
        Files.writeString(
                folder.resolve("versions").resolve("a1_notes.py"),
                "'notes'\nrevision = 'a1'\ndown_revision = None\ndef upgrade():\n    op.x()\n");
        String[] into = {"import", "alembic", folder.toString(), "--migrations"};

        CommandRun failed = migrate(
                into[0], into[1], into[2], into[3], folder.resolve("one").toString(), "--python", "none");
        CommandRun without = migrate(
                into[0], into[1], into[2], into[3], folder.resolve("two").toString(), "--no-python");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.out()).contains("Alembic did not generate the SQL: ", "To be written by hand: up");
        assertThat(without.exitCode()).isZero();
    }

    @Test
    void aClassWithoutRevisionIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Lost.java"), """
                package migrations;

                public final class Lost implements dev.migrate.migration.Migration {
                    @Override
                    public void up(dev.migrate.operation.Operations op) {}
                }
                """);

        CommandRun heads = migrate("heads", "--migrations", folder.toString());

        assertThat(heads.exitCode()).isEqualTo(3);
        assertThat(heads.err()).startsWith("migrate: ").contains("migrations.Lost", "@Revision");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void driftShowsBothStates(TestDatabase database) {
        customers(database, "upgrade");
        database.execute("ALTER TABLE customer MODIFY name VARCHAR(50) NOT NULL");

        CommandRun drift = customers(database, "diff", "--drift");

        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.lines())
                .containsExactly(
                        "alter column customer.name",
                        "    from type(varchar(50)).notNull()",
                        "    to type(varchar(100)).nullable()");
    }

    @Test
    void zshCanLoadTheBashCompletion() {
        assertThat(migrate("completion", "bash").out()).startsWith("#!/usr/bin/env bash");
        assertThat(migrate("completion", "zsh").out())
                .startsWith("autoload -Uz compinit bashcompinit")
                .endsWith(migrate("completion", "bash").out());
    }
}
