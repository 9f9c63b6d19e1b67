package dev.migrate.cli;

import static dev.migrate.cli.Samples.all;
import static dev.migrate.cli.Samples.called;
import static dev.migrate.cli.Samples.customers;
import static dev.migrate.cli.Samples.failHalfWay;
import static dev.migrate.cli.Samples.run;
import static dev.migrate.cli.Samples.upgradeToTheFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recovery from an interrupted run with the launcher. */
class RecoveryIT {

    @DatabaseTest(oneOfEachProduct = true)
    void aFailedMigrationResumesAfterItsRowsAreFixed(TestDatabase database) {
        Launched failed = failHalfWay(database);
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .startsWith("migrate: Migration 002 failed while upgrading, at statement 2 of 3: ")
                .contains("1062", "Statement 1 is committed", "abort")
                .hasLineCount(4);

        assertThat(customers(database, "current").out())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("001 (current), customers"),
                        second -> assertThat(second)
                                .startsWith("Interrupted: revision 002: 1 of 3 statements done, the 2nd failed: ")
                                .contains("Duplicate entry 'ann@example.com'"),
                        third -> assertThat(third).isEqualTo("    Resume it with upgrade, or revert it with abort."));

        database.execute("UPDATE customer SET email = 'bob@example.com' WHERE id = 2");
        Launched again = customers(database, "upgrade");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).containsExactly("Upgraded 001 -> 002, each customer has an address of his own");
        assertThat(customers(database, "current").out())
                .containsExactly("002 (head) (current), each customer has an address of his own");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void abortRevertsAFailedMigration(TestDatabase database) {
        failHalfWay(database);

        Launched stamp = customers(database, "stamp", "002");
        assertThat(stamp.exitCode()).isEqualTo(3);
        assertThat(stamp.err()).contains("1 of 3 statements done").contains("abort");

        Launched abort = customers(database, "abort");
        assertThat(abort.err()).isEmpty();
        assertThat(abort.exitCode()).isZero();
        assertThat(abort.out()).containsExactly("Aborted 002, each customer has an address of his own");
        assertThat(columns(database)).containsExactly("id", "email");
        assertThat(customers(database, "current").out()).containsExactly("001 (current), customers");

        database.execute("UPDATE customer SET email = 'bob@example.com' WHERE id = 2");
        assertThat(customers(database, "upgrade").exitCode()).isZero();
        assertThat(columns(database)).containsExactly("id", "email", "name", "phone");
    }

    @DatabaseTest(one = true)
    void whatWasRevertedByHandIsRecorded(TestDatabase database) {
        failHalfWay(database);
        assertThat(customers(database, "abort", "--cleaned-up", " ").exitCode()).isEqualTo(2);
        database.execute("ALTER TABLE customer DROP COLUMN name");

        Launched abort = customers(database, "abort", "--cleaned-up", "dropped the column name");

        assertThat(abort.exitCode()).isZero();
        assertThat(abort.out()).containsExactly("Aborted 002, each customer has an address of his own");
        assertThat(customers(database, "current").out()).containsExactly("001 (current), customers");
        assertThat(run("journal", "--verbose", "--url", database.url()).out())
                .anyMatch(line -> line.endsWith("It was reverted by hand: dropped the column name"));
    }

    @DatabaseTest(one = true)
    void aPurgePrintsWhatItDoesNotRevert(TestDatabase database) {
        failHalfWay(database);

        assertThat(customers(database, "stamp", "--purge", "001").out())
                .startsWith("Stamped 001 -> 001")
                .anyMatch(line -> line.startsWith("Not reverted: revision 002: 1 of 3 statements done"))
                .anyMatch(line -> line.contains("1 done") && line.contains("ALTER TABLE `customer` ADD COLUMN `name`"));
    }

    @DatabaseTest(one = true)
    void checkReportsAnEmptiedVersionTable(TestDatabase database) {
        upgradeToTheFirst(database);
        database.execute("DELETE FROM alembic_version");

        Launched check = customers(database, "check");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .anyMatch(line -> line.endsWith("according to the journal, the database is at 001"))
                .anyMatch(line -> line.contains("stamp"));
        assertThat(customers(database, "upgrade").err()).contains("is empty", "stamp 001", "stamp base");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void abortAndResolveNeedAnInterruptedStep(TestDatabase database) {
        assertThat(run("journal", "--url", database.url())).satisfies(journal -> {
            assertThat(journal.exitCode()).isZero();
            assertThat(journal.out()).isEmpty();
        });
        assertThat(customers(database, "abort")).satisfies(abort -> {
            assertThat(abort.exitCode()).isEqualTo(3);
            assertThat(abort.err()).startsWith("migrate: There is nothing to abort: no step is unfinished.");
        });
        assertThat(customers(database, "resolve", "--done")).satisfies(resolve -> {
            assertThat(resolve.exitCode()).isEqualTo(3);
            assertThat(resolve.err()).startsWith("migrate: There is nothing to resolve: no step is unfinished.");
        });
        assertThat(database.tables()).isEmpty();

        failHalfWay(database);
        assertThat(customers(database, "resolve", "--not-done")).satisfies(resolve -> {
            assertThat(resolve.exitCode()).isEqualTo(3);
            assertThat(resolve.out()).isEmpty();
            assertThat(resolve.err())
                    .startsWith("migrate: There is nothing to resolve: revision 002: 1 of 3 statements done")
                    .hasLineCount(2);
        });
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aStatementWithoutObservableEffectIsResolvedAsDone(TestDatabase database) throws SQLException {
        dieInTheProcedure(database);

        Launched upgrade = run(called(database, "upgrade"));
        assertThat(upgrade.exitCode()).isEqualTo(5);
        assertThat(upgrade.out()).isEmpty();
        assertThat(upgrade.err())
                .contains("migrate: A run was interrupted at statement 2 of migration 001")
                .contains("CALL clean_up()", "resolve --done", "resolve --not-done");
        assertThat(run(called(database, "current")).out())
                .containsExactly(
                        "Interrupted: revision 001: 1 of 3 statements done, the 2nd was started",
                        "    Resume it with upgrade, or revert it with abort.");

        Launched resolve = run(called(database, "resolve", "--done"));
        assertThat(resolve.err()).isEmpty();
        assertThat(resolve.exitCode()).isZero();
        assertThat(resolve.out()).containsExactly("Resolved revision 001: 2 of 3 statements done");

        assertThat(run(called(database, "upgrade")).out()).containsExactly("Upgraded <base> -> 001, cleaned up");
        assertThat(database.column("SELECT COUNT(*) FROM calls")).containsExactly("1");
        assertThat(database.column("SELECT id FROM cleaned")).containsExactly("1");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aStatementWithoutObservableEffectIsResolvedAsNotDone(TestDatabase database) throws SQLException {
        dieInTheProcedure(database);
        assertThat(run(called(database, "upgrade")).exitCode()).isEqualTo(5);
        database.execute("TRUNCATE TABLE calls");

        assertThat(run(called(database, "resolve", "--not-done")).out())
                .containsExactly("Resolved revision 001: 1 of 3 statements done");
        assertThat(run(called(database, "upgrade")).out()).containsExactly("Upgraded <base> -> 001, cleaned up");
        assertThat(database.column("SELECT COUNT(*) FROM calls")).containsExactly("1");
    }

    /** Kills a run with SIGKILL while the server executes its statement. */
    private static void dieInTheProcedure(TestDatabase database) throws SQLException {
        createProcedure(database);
        try (Connection gate = database.dataSource().getConnection();
                Statement held = gate.createStatement();
                Launch launch = Launch.of(Map.of(), called(database, "upgrade"))) {
            held.execute("DO GET_LOCK('" + database.name() + "', 0)");
            launch.await("the call", () -> isCalled(database));
            launch.kill();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aWaitForAnotherRunIsReportedWithItsHolder(TestDatabase database) throws SQLException {
        createProcedure(database);
        try (Connection gate = database.dataSource().getConnection();
                Statement held = gate.createStatement()) {
            held.execute("DO GET_LOCK('" + database.name() + "', 0)");
            try (Launch first = Launch.of(Map.of(), called(database, "upgrade"))) {
                first.await("the call", () -> isCalled(database));

                Launched impatient = run(called(database, "upgrade", "--lock-timeout", "0"));
                assertThat(impatient.exitCode()).isEqualTo(4);
                assertThat(impatient.err())
                        .startsWith("migrate: Another run is migrating this database and did not finish within 0 s: ")
                        .containsPattern("executing: (CALL clean_up|DO GET_LOCK)");

                try (Launch second = Launch.of(Map.of(), called(database, "upgrade"))) {
                    second.awaitSaying("migrate: waiting for another run on this database: connection ");
                    held.execute("DO RELEASE_LOCK('" + database.name() + "')");
                    assertThat(first.end().out()).containsExactly("Upgraded <base> -> 001, cleaned up");
                    assertThat(second.end().out()).containsExactly("Nothing to do: the database is at 001.");
                }
            }
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aWaitForATableIsReported(TestDatabase database) throws SQLException {
        upgradeToTheFirst(database);
        try (Connection reader = database.dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.executeQuery("SELECT * FROM customer").close();

            Launched impatient = customers(database, "upgrade", "--table-timeout", "0");
            assertThat(impatient.exitCode()).isEqualTo(3);
            assertThat(impatient.err()).contains("at statement 1 of 3", "1205");

            try (Launch patient = Launch.of(Map.of(), all(database, "customers", "upgrade"))) {
                patient.awaitSaying("migrate: 002: statement 1 waits for a table that is in use: ");
                reader.rollback();
                assertThat(patient.end().exitCode()).isZero();
            }
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void verbosePrintsEachStatement(TestDatabase database) {
        Launched upgrade = customers(database, "upgrade", "--verbose");

        assertThat(upgrade.out()).hasSize(2);
        assertThat(upgrade.err().lines())
                .contains(
                        "migrate: 001: statement 1 of 1: CREATE TABLE `customer` (",
                        "migrate: 002: statement 1 of 3: ALTER TABLE `customer` ADD COLUMN `name` VARCHAR(100) NULL");
    }

    @ParameterizedTest
    @CsvSource({
        "resolve, --done | --not-done",
        "resolve --done --not-done, mutually exclusive",
        "abort 002, '002'",
        "journal --lock-timeout 1, --lock-timeout",
        "stamp --table-timeout 1 head, --table-timeout",
        "upgrade --lock-timeout -1, '-1'",
        "upgrade --lock-timeout 4294967295, '4294967295'",
        "downgrade --table-timeout 1.5 base, '1.5'",
        "abort --table-timeout, SECONDS",
    })
    void usageErrorsExitWithTwo(String arguments, String named) {
        Launched refused = run(arguments.split(" "));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("migrate: ").contains(named).doesNotContain("\tat ");
    }

    /** It commits, so it cannot be rolled back, and then waits for a lock that the test holds. */
    private static void createProcedure(TestDatabase database) {
        String gate = "'" + database.name() + "'";
        database.execute(
                "CREATE TABLE calls (at DATETIME NOT NULL)",
                "CREATE PROCEDURE clean_up() BEGIN INSERT INTO calls VALUES (UTC_TIMESTAMP()); COMMIT; DO GET_LOCK("
                        + gate + ", 120); DO RELEASE_LOCK(" + gate + "); END");
    }

    private static boolean isCalled(TestDatabase database) {
        return !database.query("SELECT at FROM calls").isEmpty();
    }

    private static List<@Nullable String> columns(TestDatabase database) {
        return database.column("SELECT column_name FROM information_schema.columns WHERE table_schema = '"
                + database.name() + "' AND table_name = 'customer' ORDER BY ordinal_position");
    }
}
