package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.internal.mysql.script.ClientScript;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.migration.LimitDdl;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.TableLock;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Statements stay within the limits: the server itself rejects one that would exceed them. */
class DdlLimitsTest {

    @TempDir
    private Path folder = Path.of("");

    private static final DdlLimits IN_PLACE =
            new DdlLimits(DdlAlgorithm.INPLACE, TableLock.NONE, DdlLimits.NONE.rows());

    private static final String[] TABLE = {
        "CREATE TABLE t (id INT PRIMARY KEY, a INT NULL, KEY k (a))", "INSERT INTO t VALUES (1, 1), (2, 2), (3, 3)"
    };

    @Revision(id = "1", message = "a change in place, and one that copies the table")
    static final class Wider implements Migration {
        @Override
        public void up(Operations op) {
            op.keepSeparate();
            op.alterColumn("t", "a", c -> c.notNull());
            op.alterColumn("t", "a", c -> c.type(bigint()));
        }

        @Override
        public void down(Operations op) {}
    }

    @Revision(id = "1", message = "the same, as an exception")
    @LimitDdl(reason = "runs at night")
    static final class AtNight implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("t", "a", c -> c.type(bigint()));
        }
    }

    private static Migrator migrator(TestDatabase database, DdlLimits limits, Migration migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .limitDdl(limits)
                .migrations(migration)
                .build();
    }

    private static StatementFailedException rejected(Migrator migrator) {
        StatementFailedException failure = catchThrowableOfType(StatementFailedException.class, migrator::upgrade);
        assertThat(failure).isNotNull();
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        return failure;
    }

    private static String type(TestDatabase database, String column) {
        return String.valueOf(database.column("SELECT data_type FROM information_schema.columns WHERE table_schema = '"
                        + database.name() + "' AND table_name = 't' AND column_name = '" + column + "'")
                .get(0));
    }

    @DatabaseTest
    void aStatementAboveTheLimitIsNotDone(TestDatabase database) {
        database.execute(TABLE);

        StatementFailedException failure = rejected(migrator(database, IN_PLACE, new Wider()));

        assertThat(failure.statementNumber()).isEqualTo(2);
        assertThat(failure)
                .hasMessageContaining("It was not executed. Statement 1 is committed")
                .hasMessageContaining("limits algorithm INPLACE, lock NONE")
                .hasMessageContaining("@LimitDdl");
        assertThat(type(database, "a")).isEqualTo("int");

        // The journal has the statement as planned, so other limits do not change the migration.
        assertThat(migrator(database, DdlLimits.NONE, new Wider()).upgrade().steps())
                .hasSize(1);
        assertThat(type(database, "a")).isEqualTo("bigint");
        List<JournalStatement> journal = migrator(database, IN_PLACE, new Wider())
                .journal(JournalPage.newestFirst(1))
                .get(0)
                .statements();
        assertThat(journal).extracting(JournalStatement::state).containsOnly(EntryState.DONE);
        assertThat(journal).allMatch(statement -> !statement.text().contains("ALGORITHM"));
    }

    @DatabaseTest
    void aMigrationCanHaveLimitsOfItsOwn(TestDatabase database) {
        database.execute(TABLE);

        migrator(database, IN_PLACE, new AtNight()).upgrade();

        assertThat(type(database, "a")).isEqualTo("bigint");
    }

    @DatabaseTest
    void largeTablesAreOnlyChangedInstantly(TestDatabase database) {
        database.execute(TABLE);
        database.execute("ANALYZE TABLE t");
        DdlLimits twoRows = new DdlLimits(DdlAlgorithm.COPY, TableLock.EXCLUSIVE, 2);
        DdlLimits threeRows = new DdlLimits(DdlAlgorithm.COPY, TableLock.EXCLUSIVE, 3);

        assertThat(rejected(migrator(database, twoRows, new Wider())).statementNumber())
                .isEqualTo(1);

        migrator(database, threeRows, new Wider()).upgrade();
        assertThat(type(database, "a")).isEqualTo("bigint");
    }

    @DatabaseTest
    void aTableWithoutRowsMayBeChangedInAnyWay(TestDatabase database) {
        database.execute(TABLE[0]);

        migrator(database, new DdlLimits(DdlAlgorithm.INSTANT, TableLock.NONE, 0), new Wider())
                .upgrade();

        assertThat(type(database, "a")).isEqualTo("bigint");
    }

    @Revision(id = "1", message = "changes within the limits, in all forms of statements")
    static final class Forms implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("t", "n", integer());
            op.execute("CREATE INDEX by_n ON t (n) COMMENT 'x' -- of n");
            op.execute("DROP INDEX k ON t");
            op.execute("ALTER TABLE t ADD COLUMN m INT, ALGORITHM=INPLACE, LOCK=NONE");
            op.execute("ALTER TABLE t ADD COLUMN o INT, LOCK=NONE");
            op.table("t", t -> {
                t.noLock();
                t.addColumn("p", integer());
            });
            op.execute("ALTER TABLE t FORCE");
            op.execute("UPDATE t SET n = 1");
        }
    }

    @DatabaseTest
    void statementsOfAllFormsRunWithinTheLimits(TestDatabase database) {
        database.execute(TABLE);

        migrator(database, IN_PLACE, new Forms()).upgrade();

        assertThat(database.query("SELECT n, m FROM t WHERE id = 1")).containsExactly(Arrays.asList("1", null));
        assertThat(database.column(
                        "SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = '"
                                + database.name() + "' AND table_name = 't' ORDER BY 1"))
                .containsExactly("by_n", "PRIMARY");
    }

    @Revision(id = "1", message = "another engine")
    static final class Engine implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE t ENGINE=MyISAM");
        }
    }

    /** MariaDB 10.11 accepts any algorithm for it, and copies the table. */
    @DatabaseTest
    void anotherEngineIsACopyOnEveryServer(TestDatabase database) {
        database.execute(TABLE);

        rejected(migrator(database, IN_PLACE, new Engine()));

        assertThat(database.column("SELECT engine FROM information_schema.tables WHERE table_schema = '"
                        + database.name() + "' AND table_name = 't'"))
                .containsExactly("InnoDB");
    }

    private static Migrator ofFile(TestDatabase database, DdlLimits limits, Path folder, String header)
            throws IOException {
        Files.writeString(folder.resolve("1.sql"), """
                -- revision: 1
                %s
                -- up
                ALTER TABLE t MODIFY a BIGINT;
                -- down
                """.formatted(header));
        return Migrator.builder()
                .dataSource(database.dataSource())
                .limitDdl(limits)
                .sources(folder)
                .build();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void anSqlFileCanHaveLimitsOfItsOwn(TestDatabase database) throws IOException {
        database.execute(TABLE);
        String copy = "-- limit-ddl: algorithm=copy lock=shared runs at night";

        rejected(ofFile(database, DdlLimits.NONE, folder, "-- limitDdl: Algorithm = inplace, lock=NONE, by day"));
        rejected(ofFile(database, IN_PLACE, folder, ""));
        assertThat(ofFile(database, IN_PLACE, folder, copy)
                        .analyze(Direction.UP)
                        .steps()
                        .get(0)
                        .statements())
                .allMatch(AnalyzedStatement::isWithinLimits);
        ofFile(database, IN_PLACE, folder, copy).upgrade();

        assertThat(type(database, "a")).isEqualTo("bigint");
    }

    @Revision(id = "1", message = "changes of an existing and of a new table")
    static final class Script implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("t", "n", integer());
            op.execute("CREATE INDEX by_n ON t (n)");
            op.execute("DROP INDEX k ON t");
            op.execute("CREATE TABLE new (id INT PRIMARY KEY, a INT)");
            op.execute("ALTER TABLE new MODIFY a BIGINT");
            op.execute("UPDATE t SET n = 1");
        }
    }

    @Revision(id = "1", message = "a copy of the table")
    static final class Bigint implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE t MODIFY a BIGINT");
        }
    }

    private static ServerVersion server(Migrator migrator) {
        return migrator.check().server().version();
    }

    /** A script cannot try one form after another, so it excludes what is above the limits. */
    @DatabaseTest
    void aScriptContainsTheClauses(TestDatabase database) throws SQLException {
        for (DdlLimits limits : List.of(
                IN_PLACE,
                new DdlLimits(DdlAlgorithm.INPLACE, TableLock.SHARED, 5),
                new DdlLimits(DdlAlgorithm.COPY, TableLock.NONE, DdlLimits.NONE.rows()),
                new DdlLimits(DdlAlgorithm.COPY, TableLock.SHARED, DdlLimits.NONE.rows()))) {
            database.execute("DROP TABLE IF EXISTS t, new, alembic_version");
            database.execute(TABLE);
            Migrator within = migrator(database, limits, new Script());
            String script = within.toSql(Direction.UP, "head").text();

            assertThat(script)
                    .isEqualTo(
                            within.toSql(Direction.UP, "head", server(within)).text());
            assertThat(script).contains("LOCK=" + limits.lock(), "\nALTER TABLE new MODIFY a BIGINT;");
            assertThat(script.contains("The limit of 5 rows is not enforced")).isEqualTo(limits.dependsOnRows());
            ClientScript.run(script, database);
            assertThat(database.column("SELECT n FROM t WHERE id = 1")).containsExactly("1");

            database.execute("DROP TABLE t, alembic_version");
            database.execute(TABLE);
            String copy = migrator(database, limits, new Bigint())
                    .toSql(Direction.UP, "head")
                    .text();
            Throwable failure = catchThrowable(() -> ClientScript.run(copy, database));
            boolean isPermitted = limits.algorithm() == DdlAlgorithm.COPY && limits.lock() == TableLock.SHARED;
            boolean isOnline = limits.lock() == TableLock.NONE && limits.algorithm() == DdlAlgorithm.COPY;
            if (!isOnline) {
                // MariaDB 11.4 copies a table online.
                assertThat(failure == null).as("%s: %s", limits, failure).isEqualTo(isPermitted);
                assertThat(type(database, "a")).isEqualTo(isPermitted ? "bigint" : "int");
            }
        }
    }

    @DatabaseTest(one = true)
    void aScriptWithAStatementAboveTheLimitsIsNotWritten(TestDatabase database) {
        database.execute(TABLE);
        Migrator migrator = migrator(database, IN_PLACE, new ExplicitCopy());

        assertThatThrownBy(() -> migrator.toSql(Direction.UP, "head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("limits algorithm INPLACE, lock NONE")
                .hasMessageContaining("ALGORITHM=COPY");
    }

    @Revision(id = "1", message = "a copy")
    static final class ExplicitCopy implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE t ADD COLUMN m INT, ALGORITHM=COPY");
        }
    }

    @DatabaseTest
    void thePlanShowsWhichStatementsExceedTheLimits(TestDatabase database) {
        database.execute(TABLE);
        database.execute("ANALYZE TABLE t");

        PlanAnalysis analysis = migrator(database, IN_PLACE, new Wider()).analyze(Direction.UP);

        assertThat(analysis.steps().get(0).statements())
                .extracting(AnalyzedStatement::isWithinLimits)
                .containsExactly(true, false);
        assertThat(migrator(database, IN_PLACE, new AtNight())
                        .analyze(Direction.UP)
                        .steps()
                        .get(0)
                        .statements())
                .extracting(AnalyzedStatement::isWithinLimits)
                .containsExactly(true);
    }
}
