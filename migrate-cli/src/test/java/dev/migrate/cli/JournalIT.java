package dev.migrate.cli;

import static dev.migrate.cli.Samples.customers;
import static dev.migrate.cli.Samples.failHalfWay;
import static dev.migrate.cli.Samples.run;
import static dev.migrate.cli.Samples.upgradeToTheFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;

/** The journal of a database, as the launcher prints it. */
class JournalIT {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final String ELAPSED = "\\d+(\\.\\d)? m?s";

    @DatabaseTest(oneOfEachProduct = true)
    void theJournalIsPrintedWithoutMigrations(TestDatabase database) {
        failHalfWay(database);
        customers(database, "abort");

        assertThat(run("journal", "--url", database.url()).out())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("1  " + TIME + "  up <base> -> 001, customers \\(done, " + ELAPSED + "\\)"),
                        line -> assertThat(line).matches("2  " + TIME + "  up 001 -> 002, each .* own \\(aborted\\)"),
                        line -> assertThat(line)
                                .matches("3  " + TIME + "  abort 002, each .* own \\(done, " + ELAPSED + "\\)"));

        Launched verbose = run("--verbose", "journal", "--url", database.url());
        String account = database.column("SELECT account FROM alembic_version_journal LIMIT 1")
                .get(0);
        assertThat(verbose.out())
                .contains("   Parents: <base>", "   Parents: 001")
                .anyMatch(line -> line.matches("   By:      " + account.replace(".", "\\.")
                        + ", connection \\d+; .+, process \\d+; library .+"))
                .anyMatch(line -> line.matches("   Note:    .*It was reverted\\."))
                .anyMatch(line -> line.matches("   1 done, " + ELAPSED + ": CREATE TABLE `customer` \\("))
                .anyMatch(
                        line -> line.matches("   1 done, " + ELAPSED + ": ALTER TABLE `customer` DROP COLUMN `name`"));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void verboseListsShowActionsOnTheirRevisions(TestDatabase database) {
        failHalfWay(database);

        List<String> current = customers(database, "current", "--verbose").out();
        assertThat(current.get(0)).isEqualTo("001 (current), customers");
        assertThat(current.get(1)).startsWith("Interrupted: revision 002");
        assertThat(current.get(2)).isEqualTo("    Resume it with upgrade, or revert it with abort.");
        assertThat(current.get(3)).isEmpty();
        assertThat(current.get(4)).startsWith("1  ").contains("up <base> -> 001");
        assertThat(current)
                .anyMatch(line -> line.startsWith("   2 failed: ALTER TABLE `customer` ADD UNIQUE"))
                .anyMatch(line -> line.startsWith("     ") && line.contains("Duplicate entry"));

        assertThat(customers(database, "history", "--verbose", "--range", ":001")
                        .out())
                .startsWith("<base> -> 001 (current), customers", "")
                .anyMatch(line -> line.startsWith("1  ") && line.contains("up <base> -> 001"))
                .noneMatch(line -> line.contains("002"));
        assertThat(customers(database, "history", "--verbose", "--graph").out())
                .startsWith("o 002 (head), each customer has an address of his own", "* 001 (current), customers", "")
                .anyMatch(line -> line.startsWith("2  ") && line.contains("up 001 -> 002"));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void passwordsInStatementsAreNotShown(TestDatabase database) {
        upgradeToTheFirst(database);
        database.execute("UPDATE alembic_version_journal SET text = 'CREATE USER u IDENTIFIED BY ''top-secret'''"
                + " WHERE statement = 1");

        assertThat(run("journal", "--verbose", "--url", database.url()).out())
                .anyMatch(line -> line.endsWith(": CREATE USER u IDENTIFIED BY ***"))
                .noneMatch(line -> line.contains("top-secret"));
    }
}
