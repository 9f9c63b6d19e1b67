package dev.migrate;

import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.smallint;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DataFinding.Kind;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Each finding about existing rows: with such rows, the change fails or alters them, and without, it does neither. */
class DataChecksTest {

    private static final String TABLE =
            "CREATE TABLE t (id INT PRIMARY KEY, n INT NULL, s VARCHAR(20) NULL, e ENUM('x', 'y') NULL,"
                    + " d DECIMAL(10, 4) NULL, at DATETIME(3) NULL)";
    private static final String ROW = "INSERT INTO t VALUES (1, 5, 'a', 'x', 1.5, '2026-01-01')";

    /**
     * A change with rows that do not allow it.
     *
     * @param kind the expected kind of finding
     * @param row a row in addition to {@link #ROW}
     * @param change the change
     * @param example the key of the finding
     * @param isFatal whether the change fails
     */
    private record Case(Kind kind, String row, Consumer<Operations> change, String example, boolean isFatal) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    Kind.NULLS,
                    "(2, NULL, 'b', 'x', 1.5, '2026-01-01')",
                    op -> op.alterColumn("t", "n", c -> c.notNull()),
                    "2",
                    true),
            new Case(
                    Kind.DUPLICATES,
                    "(2, 6, 'a', 'x', 1.5, '2026-01-01')",
                    op -> op.addUniqueConstraint("t", "uq", "s"),
                    "a",
                    true),
            new Case(
                    Kind.DUPLICATES,
                    "(2, 5, 'a', 'x', 1.5, '2026-01-01')",
                    op -> op.addUniqueConstraint("t", "uq", "n", "s"),
                    "5, a",
                    true),
            new Case(
                    Kind.ORPHANS,
                    "(2, 7, 'b', 'x', 1.5, '2026-01-01')",
                    op -> op.addForeignKey("t", "fk", "n", key -> key.references("p", "id")),
                    "2",
                    true),
            new Case(
                    Kind.LOST_VALUES,
                    "(2, 32768, 'b', 'x', 1.5, '2026-01-01')",
                    op -> op.alterColumn("t", "n", c -> c.type(smallint())),
                    "2",
                    true),
            new Case(
                    Kind.LOST_VALUES,
                    "(2, 6, '1234', 'x', 1.5, '2026-01-01')",
                    op -> op.alterColumn("t", "s", c -> c.type(varchar(3))),
                    "2",
                    true),
            new Case(
                    Kind.LOST_VALUES,
                    "(2, 6, '\u4e2d', 'x', 1.5, '2026-01-01')",
                    op -> op.alterColumn("t", "s", c -> c.type(varchar(20).charset("latin1"))),
                    "2",
                    true),
            new Case(
                    Kind.LOST_VALUES,
                    "(2, 6, 'b', 'y', 1.5, '2026-01-01')",
                    op -> op.alterColumn("t", "e", c -> c.type(enumeration("x", "z"))),
                    "2",
                    true),
            new Case(
                    Kind.LOST_VALUES,
                    "(2, 6, 'b', 'x', 100.5, '2026-01-01')",
                    op -> op.alterColumn("t", "d", c -> c.type(decimal(4, 2))),
                    "2",
                    true),
            new Case(
                    Kind.ROUNDED_VALUES,
                    "(2, 6, 'b', 'x', 1.2345, '2026-01-01')",
                    op -> op.alterColumn("t", "d", c -> c.type(decimal(10, 2))),
                    "2",
                    false),
            new Case(
                    Kind.ROUNDED_VALUES,
                    "(2, 6, 'b', 'x', 1.5, '2026-01-01 00:00:00.123')",
                    op -> op.alterColumn("t", "at", c -> c.type(datetime())),
                    "2",
                    false));

    private static List<DataFinding> findings(Migrator migrator) {
        return migrator.analyze(Direction.UP).steps().get(0).statements().stream()
                .flatMap(statement -> statement.advice().findings().stream())
                .toList();
    }

    private static void create(TestDatabase database) {
        database.execute(
                "DROP TABLE IF EXISTS t, p, alembic_version, alembic_version_journal",
                "CREATE TABLE p (id INT PRIMARY KEY)",
                "INSERT INTO p VALUES (5)",
                TABLE,
                ROW);
    }

    @DatabaseTest
    void eachFindingIsTrue(TestDatabase database) {
        for (Case each : CASES) {
            create(database);
            database.execute("INSERT INTO t VALUES " + each.row());
            Migrator migrator = OneChange.migrator(database, each.change());

            List<DataFinding> findings = findings(migrator);

            assertThat(findings).as("%s", each).hasSize(1);
            DataFinding finding = findings.get(0);
            assertThat(finding.kind()).isEqualTo(each.kind());
            assertThat(finding.count()).isEqualTo(1);
            assertThat(finding.example()).isEqualTo(each.example());
            assertThat(finding.isFatal()).isEqualTo(each.isFatal());
            assertThat(finding.mayBeResolved()).isFalse();
            assertThat(database.query(finding.query())).as(finding.query()).hasSize(1);
            Throwable failure = catchThrowable(migrator::upgrade);
            if (each.isFatal()) {
                assertThat(failure).as("%s", each).isInstanceOf(StatementFailedException.class);
            } else {
                assertThat(failure).isNull();
                assertThat(database.query(finding.query())).as(finding.query()).isEmpty();
            }
        }
    }

    @DatabaseTest
    void withoutSuchRowsTheChangeSucceeds(TestDatabase database) {
        for (Case each : CASES) {
            create(database);
            Migrator migrator = OneChange.migrator(database, each.change());

            assertThat(findings(migrator)).as("%s", each).isEmpty();
            assertThat(migrator.upgrade().steps()).as("%s", each).hasSize(1);
        }
    }

    @DatabaseTest
    void findsViolationsOfChecksWhereTheServerEnforcesThem(TestDatabase database) {
        create(database);
        Migrator migrator = OneChange.migrator(database, op -> op.table("t", t -> t.addCheck("positive", "n > 5")));

        String version = database.server().version();
        if (version.startsWith("5.7") || version.startsWith("8.0.15")) {
            assertThatThrownBy(() -> findings(migrator)).isInstanceOf(InvalidMigrationException.class);
            return;
        }
        assertThat(findings(migrator)).extracting(DataFinding::kind).containsExactly(Kind.CHECK_VIOLATIONS);
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementFailedException.class);
    }

    @DatabaseTest(one = true)
    void anEarlierStatementMayResolveIt(TestDatabase database) {
        create(database);
        database.execute("INSERT INTO t VALUES (2, NULL, 'b', 'x', 1.5, '2026-01-01')");
        Migrator migrator = OneChange.migrator(database, op -> {
            op.execute("UPDATE t SET n = 0 WHERE n IS NULL");
            op.renameTable("t", "u");
            op.alterColumn("u", "n", c -> c.notNull());
        });

        assertThat(findings(migrator))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mayBeResolved()).isTrue());
        migrator.upgrade();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aQueryEndsInTime(TestDatabase database) {
        create(database);
        for (int doubling = 0; doubling < 14; doubling++) {
            database.execute(
                    "INSERT INTO t SELECT id + (SELECT m FROM (SELECT MAX(id) AS m FROM t) x), NULL, LEFT(UUID(), 20), e,"
                            + " d, at FROM t");
        }
        Migrator migrator = OneChange.migrator(database, op -> op.addUniqueConstraint("t", "uq", "s"));

        List<DataFinding> findings = migrator.analyze(Duration.ofMillis(1), Direction.UP)
                .steps()
                .get(0)
                .statements()
                .get(0)
                .advice()
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.DUPLICATES);
            assertThat(finding.count()).isNull();
        });
    }
}
