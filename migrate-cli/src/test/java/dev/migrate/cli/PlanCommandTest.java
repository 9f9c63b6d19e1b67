package dev.migrate.cli;

import static dev.migrate.cli.CommandRun.customers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command plan, and upgrade --plan-first. */
class PlanCommandTest {

    private static final int COLUMNS = 80;

    @DatabaseTest(oneOfEachProduct = true)
    void showsTheCostsOfAnUpgradeIn80Columns(TestDatabase database) {
        assertThat(customers(database, "upgrade", "001").exitCode()).isZero();

        CommandRun plan = customers(database, "plan");

        assertThat(plan.err()).isEmpty();
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.lines()).allMatch(line -> line.length() <= COLUMNS);
        assertThat(plan.lines()).first().isEqualTo("001 -> 002, each customer has an address of his own");
        assertThat(plan.out())
                .contains("ADD UNIQUE KEY `uq_customer_email`", "  3 customer ")
                .containsPattern("1 customer +~0 +~\\d+\\.0K +(INSTANT|INPLACE) +NONE +")
                .containsPattern("2 customer +~0 +~\\d+\\.0K +(INPLACE|NOCOPY) +NONE +no ")
                .contains("# Inverse: ALTER TABLE `customer` DROP COLUMN `name`")
                .contains("1 step, 3 statements: ")
                .doesNotContain("\u001B");
        assertThat(customers(database, "current").out()).startsWith("001");
    }

    @DatabaseTest(one = true)
    void showsTheCostsOfADowngrade(TestDatabase database) {
        customers(database, "upgrade");

        CommandRun plan = customers(database, "plan", "--downgrade", "001");

        assertThat(plan.lines()).first().isEqualTo("002 -> 001, each customer has an address of his own");
        assertThat(plan.out()).contains("DROP COLUMN `phone`", "# All values of customer.phone are lost.");
    }

    @DatabaseTest(one = true)
    void anEmptyPlanHasNothingToDo(TestDatabase database) {
        customers(database, "upgrade");

        assertThat(customers(database, "plan").lines()).containsExactly("Nothing to do: the database is at 002.");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void statementsAboveTheLimitsAreMarkedAndNotExecuted(TestDatabase database) {
        customers(database, "upgrade", "001");
        database.execute("INSERT INTO customer (email) VALUES ('ann@example.com')", "ANALYZE TABLE customer");

        CommandRun plan = customers(database, "plan", "--algorithm", "instant");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DIFFERENT.number());
        assertThat(plan.out()).contains("# It exceeds the limits");
        CommandRun upgrade = customers(database, "upgrade", "--algorithm", "instant");
        assertThat(upgrade.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(upgrade.err()).contains("limits algorithm INSTANT, lock EXCLUSIVE", "@LimitDdl");
        assertThat(customers(database, "plan", "--max-lock", "none").exitCode()).isZero();
        assertThat(customers(database, "upgrade", "--algorithm", "fast").err())
                .contains("'fast' is not one of instant");
    }

    @DatabaseTest(one = true)
    void showsTheRowsThatDoNotAllowAChange(TestDatabase database) {
        customers(database, "upgrade", "001");
        database.execute("INSERT INTO customer (email) VALUES ('ann@example.com'), ('ann@example.com')");

        String plan = customers(database, "plan").out().replaceAll("\\s+", " ");

        assertThat(plan).contains("# Fails: Rows of customer have the same values", "1, for example ann@example.com");
        assertThat(customers(database, "plan", "--check-timeout", "0").out()).doesNotContain("# Fails");
    }

    @DatabaseTest(one = true)
    void appliesTheRulesToTheMigrationsOfAnUpgrade(TestDatabase database) {
        customers(database, "upgrade", "001");

        CommandRun plan = customers(database, "plan", "--rule", "missing-comment=error");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DIFFERENT.number());
        assertThat(plan.lines()).contains("Rules", "error missing-comment: 002, add column customer.name");
        assertThat(plan.lines()).allMatch(line -> line.length() <= COLUMNS);
        assertThat(plan.out()).doesNotContain("missing-comment: 001");
        assertThat(customers(database, "plan", "--rule", "missing-comment=info").exitCode())
                .isZero();
        assertThat(customers(database, "plan", "--rule", "missing-comment=error", "--format", "markdown")
                        .out())
                .contains("### Rules", "* **error** missing-comment: 002, add column customer.name");
        assertThat(customers(database, "plan", "--rule", "missing-comment=error", "--json")
                        .out())
                .contains("\"rules\" : [ {", "\"rule\" : \"missing-comment\"");
        assertThat(customers(database, "plan", "--rule", "missing=error").err()).contains("There is no rule");
        customers(database, "upgrade");
        CommandRun downgrade = customers(database, "plan", "--downgrade", "001", "--rule", "missing-comment=error");
        assertThat(downgrade.exitCode()).isZero();
        assertThat(downgrade.lines()).doesNotContain("Rules");
    }

    @DatabaseTest(one = true)
    void showsWhatStillUsesADroppedColumn(TestDatabase database) {
        customers(database, "upgrade");
        database.execute("CREATE VIEW phones AS SELECT phone FROM customer");

        String plan = customers(database, "plan", "--downgrade", "001").out().replaceAll("\\s+", " ");

        assertThat(plan)
                .contains("# Breaks: The view phones uses customer.phone, and fails afterwards."
                        + " SHOW CREATE VIEW `phones`;");
    }

    @DatabaseTest(one = true)
    void writesATableForAPullRequest(TestDatabase database) {
        customers(database, "upgrade", "001");

        CommandRun plan = customers(database, "plan", "--format", "markdown");

        assertThat(plan.lines())
                .contains("### 001 → 002, each customer has an address of his own")
                .contains("| # | statement | table | rows | size | algorithm | lock | rebuild | time |")
                .anyMatch(line -> line.startsWith(
                        "| 1 | `` ALTER TABLE `customer` ADD COLUMN `name` VARCHAR(100) NULL `` | customer | ~0 |"));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void rehearsesThePlan(TestDatabase database) {
        customers(database, "upgrade", "001");

        CommandRun plan = customers(database, "plan", "--rehearse");

        assertThat(plan.err()).isEmpty();
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.lines()).allMatch(line -> line.length() <= COLUMNS);
        assertThat(plan.out())
                .contains("Rehearsal", "  up 002, statement 3: ", "  down 002, statement 1: ")
                .contains("The downgrade after it restores the initial schema.");
        assertThat(customers(database, "plan", "--rehearse", "--format", "markdown")
                        .out())
                .containsPattern("\\| up 002, statement 1 \\| `` ALTER TABLE .* `` \\| .* \\|")
                .contains("* The downgrade after it restores the initial schema.");
        assertThat(customers(database, "current").out()).startsWith("001");
    }

    @DatabaseTest(one = true)
    void aRehearsalThatFailsExitsWith1(TestDatabase database) {
        customers(database, "upgrade", "001");
        database.execute("ALTER TABLE customer ADD COLUMN phone INT");

        CommandRun plan = customers(database, "plan", "--rehearse");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DIFFERENT.number());
        assertThat(plan.out().replaceAll("\\s+", " "))
                .contains("Failed: Migration 002 failed while upgrading, at statement 3 of 3")
                .contains("server code 1060", "The database was not changed.");
    }

    @DatabaseTest(one = true)
    void aRehearsalWithRowsFindsWhatTheyDoNotAllow(TestDatabase database) {
        customers(database, "upgrade", "001");
        database.execute("INSERT INTO customer (email) VALUES ('ann@example.com'), ('ann@example.com')");

        assertThat(customers(database, "plan", "--rehearse").exitCode()).isZero();
        CommandRun plan = customers(database, "plan", "--rehearse", "--rows", "10");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DIFFERENT.number());
        assertThat(plan.lines()).allMatch(line -> line.length() <= COLUMNS);
        assertThat(plan.out().replaceAll("\\s+", " "))
                .contains("Executed with a sample: 2 rows of customer.")
                .contains("Failed: Migration 002 failed while upgrading, at statement 2 of 3", "server code 1062")
                .contains("with a sample of the rows, which has been dropped.");
        assertThat(customers(database, "plan", "--rehearse", "--rows", "10", "--json")
                        .out())
                .containsPattern("\"sample\" : \\[ \\{\\s+\"table\" : \"customer\",\\s+\"rows\" : 2\\s+\\} \\]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rows 5", "--rehearse --rows 0", "--rehearse --rows -1", "--rehearse --rows many"})
    void aNumberOfRowsIsPositiveAndRequiresARehearsal(String options) {
        List<String> arguments = new ArrayList<>(List.of("plan", "--url", "jdbc:mysql://localhost/x"));
        arguments.addAll(List.of(options.split(" ")));

        CommandRun plan = CommandRun.migrate(arguments.toArray(String[]::new));

        assertThat(plan.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(plan.err()).contains("--rows");
    }

    @Test
    void aDowngradeRequiresATarget() {
        CommandRun plan = CommandRun.migrate("plan", "--downgrade", "--url", "jdbc:mysql://localhost/x");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(plan.err()).contains("A downgrade requires a target");
    }

    @DatabaseTest(one = true)
    void confirmationRequiresATerminal(TestDatabase database) {
        CommandRun upgrade = customers(database, "upgrade", "--plan-first");

        assertThat(upgrade.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(upgrade.err()).contains("--plan-first", "terminal", "Nothing was changed");
        assertThat(database.tables()).isEmpty();
    }
}
