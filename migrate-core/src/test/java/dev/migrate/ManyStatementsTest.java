package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** Migrations with so many statements that their journal rows do not fit into one command. */
class ManyStatementsTest {

    private static final int ROWS = 3_000;
    private static final String LONG_TEXT = "x".repeat(2_000);

    @Revision(id = "1")
    record Rows(boolean isFailing) implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.primaryKey("id");
            });
            for (int i = 0; i < ROWS; i++) {
                op.execute("INSERT INTO t VALUES (" + i + ") /* " + LONG_TEXT + " */");
            }
            if (isFailing) {
                op.execute("INSERT INTO missing VALUES (1)");
            }
        }
    }

    @Revision(id = "1")
    static final class Tables implements Migration {
        @Override
        public void up(Operations op) {
            for (int i = 0; i < 120; i++) {
                op.execute("CREATE TABLE t" + i + " (id INT) COMMENT '" + LONG_TEXT + "'");
            }
        }
    }

    private static Migrator migrator(TestDatabase database, Migration migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build();
    }

    /** 6 MB of statements, and more than the 4 MB that MySQL 5.7 accepts as one command. */
    @DatabaseTest
    void theirJournalRowsAreWrittenInSeveralCommands(TestDatabase database) {
        assertThatThrownBy(() -> migrator(database, new Rows(true)).upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("at statement " + (ROWS + 2) + " of " + (ROWS + 2));
        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("0");
        assertThat(database.column("SELECT COUNT(*) FROM alembic_version_journal WHERE state = 'DONE'"))
                .containsExactly("1");

        migrator(database, new Rows(false)).upgrade("head");

        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly(String.valueOf(ROWS));
        assertThat(database.column("SELECT COUNT(*) FROM alembic_version_journal WHERE state = 'DONE'"))
                .containsExactly(String.valueOf(ROWS + 2));
    }

    @DatabaseTest
    void theirIntentIsWrittenInSeveralCommands(TestDatabase database) {
        migrator(database, new Tables()).upgrade("head");

        assertThat(database.tables()).hasSize(121);
    }
}
