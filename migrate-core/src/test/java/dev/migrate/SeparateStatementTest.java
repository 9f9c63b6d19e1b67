package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;

/** Statements that cannot share a transaction with others, or that need autocommit. */
class SeparateStatementTest {

    /** With global transaction ids, MySQL rejects rows without transactions in a transaction with other rows (1785). */
    @Revision(id = "001", message = "rows with and without transactions")
    public static class Rows implements Migration {
        @Override
        public void up(Operations op) {
            op.scriptText("""
                    CREATE TABLE safe (id INT PRIMARY KEY) ENGINE=InnoDB;
                    CREATE TABLE unsafe (id INT PRIMARY KEY) ENGINE=MyISAM;
                    INSERT INTO safe VALUES (1);
                    INSERT INTO unsafe VALUES (1);
                    INSERT INTO safe VALUES (2);
                    UPDATE unsafe SET id = 2;
                    """);
        }
    }

    @Revision(id = "001", message = "archive")
    public static class Archive implements Migration {
        @Override
        public void up(Operations op) {
            op.scriptText("""
                    CREATE TABLE log (id INT NOT NULL PRIMARY KEY) PARTITION BY RANGE (id)
                        (PARTITION p1 VALUES LESS THAN (10), PARTITION pm VALUES LESS THAN MAXVALUE);
                    CREATE TABLE old (id INT NOT NULL PRIMARY KEY);
                    INSERT INTO log VALUES (1), (11);
                    ALTER TABLE log EXCHANGE /* the old ones */ PARTITION p1 WITH TABLE old;
                    INSERT INTO log VALUES (2);
                    """);
        }
    }

    private static Migrator migrator(TestDatabase database, Migration migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .tableTimeout(Duration.ZERO)
                .build();
    }

    private static void assertRecorded(Migrator migrator, int statements) {
        assertThat(migrator.journal(JournalPage.newestFirst(1)).get(0).statements())
                .hasSize(statements)
                .extracting(JournalStatement::state)
                .containsOnly(EntryState.DONE);
    }

    @DatabaseTest
    void rowsWithoutTransactionsAreChangedSeparatelyIfTheServerRequiresIt(TestDatabase database) {
        Migrator migrator = migrator(database, new Rows());

        migrator.upgrade("head");

        assertThat(database.column("SELECT id FROM safe ORDER BY id")).containsExactly("1", "2");
        assertThat(database.column("SELECT id FROM unsafe")).containsExactly("2");
        assertRecorded(migrator, 6);
    }

    /** MariaDB 10.11 waits for itself if autocommit is off. */
    @DatabaseTest
    void aPartitionIsExchanged(TestDatabase database) {
        Migrator migrator = migrator(database, new Archive());

        migrator.upgrade("head");

        assertThat(database.column("SELECT id FROM old")).containsExactly("1");
        assertThat(database.column("SELECT id FROM log ORDER BY id")).containsExactly("2", "11");
        assertRecorded(migrator, 5);
    }
}
