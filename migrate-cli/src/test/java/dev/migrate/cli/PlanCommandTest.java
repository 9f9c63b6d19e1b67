package dev.migrate.cli;

import static dev.migrate.cli.CommandRun.customers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

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
