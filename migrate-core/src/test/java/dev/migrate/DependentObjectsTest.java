package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.character;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.error.StatementFailedException;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DataFinding.Kind;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What still uses a column or a table is found before the server rejects the statement, or the object fails later. */
class DependentObjectsTest {

    private static final String[] TABLES = {
        "DROP DATABASE IF EXISTS %1$s",
        "CREATE DATABASE %1$s",
        "USE %1$s",
        "CREATE TABLE u (id INT PRIMARY KEY)",
        "INSERT INTO u VALUES (1)",
        "CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT)",
        "INSERT INTO t VALUES (1, 1, 1)"
    };

    /**
     * An object whose definition uses the column ? of the table t.
     *
     * @param name its description in the finding
     * @param definition the statement that creates it
     * @param use a statement that uses it; empty for an event, which only the scheduler runs
     */
    private record Dependent(String name, String definition, String use) {}

    private static final List<Dependent> OBJECTS = List.of(
            new Dependent(
                    "view v",
                    "CREATE VIEW v AS SELECT x.id AS a, x.? AS z FROM t x JOIN u t ON t.id = x.id",
                    "SELECT * FROM v"),
            new Dependent("view w", "CREATE VIEW w AS SELECT z FROM v", "SELECT * FROM w"),
            new Dependent(
                    "trigger g1",
                    "CREATE TRIGGER g1 BEFORE INSERT ON t FOR EACH ROW SET @x = NEW.?",
                    "INSERT INTO t (id) VALUES (9)"),
            new Dependent(
                    "trigger g2",
                    "CREATE TRIGGER g2 BEFORE INSERT ON u FOR EACH ROW SET @x = (SELECT MAX(?) FROM t)",
                    "INSERT INTO u VALUES (9)"),
            new Dependent("procedure p", "CREATE PROCEDURE p() UPDATE t y SET y.? = 5", "CALL p()"),
            new Dependent(
                    "function f",
                    "CREATE FUNCTION f() RETURNS INT DETERMINISTIC READS SQL DATA RETURN (SELECT MAX(?) FROM t)",
                    "SELECT f()"),
            new Dependent(
                    "event e",
                    "CREATE EVENT e ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO DELETE FROM t WHERE ? = 1",
                    ""));

    private static void create(TestDatabase database) {
        database.execute(Arrays.stream(TABLES)
                .map(statement -> String.format(statement, database.name()))
                .toArray(String[]::new));
    }

    private static List<StatementAdvice> statements(Migrator migrator) {
        return migrator.analyze(Direction.UP).steps().get(0).statements().stream()
                .map(AnalyzedStatement::advice)
                .toList();
    }

    private static List<DataFinding> findings(Migrator migrator) {
        return statements(migrator).stream()
                .flatMap(statement -> statement.findings().stream())
                .toList();
    }

    private static void createObjects(TestDatabase database, String column) {
        create(database);
        OBJECTS.forEach(object -> database.execute(object.definition().replace("?", column)));
    }

    private static void assertBreaks(TestDatabase database, List<Dependent> objects, Consumer<Operations> change) {
        createObjects(database, "a");
        Migrator migrator = OneChange.migrator(database, change);

        List<DataFinding> findings = findings(migrator);

        assertThat(findings).extracting(DataFinding::kind).containsOnly(Kind.BROKEN_OBJECT);
        assertThat(findings)
                .extracting(finding -> finding.description().replaceAll("The (\\w+ \\w+) .*", "$1"))
                .containsExactlyInAnyOrderElementsOf(
                        objects.stream().map(Dependent::name).toList());
        migrator.upgrade();
        for (Dependent object : objects) {
            if (!object.use().isEmpty()) {
                assertThatThrownBy(() -> database.execute(object.use()))
                        .as("%s", object)
                        .hasRootCauseInstanceOf(SQLException.class);
            }
        }
    }

    /** No server checks them when the statement runs. */
    @DatabaseTest
    void objectsThatUseADroppedOrRenamedColumnFailAfterwards(TestDatabase database) {
        assertBreaks(database, OBJECTS, op -> op.dropColumn("t", "a"));
        assertBreaks(database, OBJECTS, op -> op.execute("ALTER TABLE t CHANGE a c INT"));
    }

    @DatabaseTest
    void objectsThatUseADroppedOrRenamedTableFailAfterwards(TestDatabase database) {
        List<Dependent> others = OBJECTS.stream()
                .filter(object -> !object.name().equals("trigger g1"))
                .toList();
        assertBreaks(database, others, op -> op.dropTable("t"));
        assertBreaks(database, others, op -> op.renameTable("t", "n"));
    }

    @DatabaseTest
    void objectsThatUseAnotherColumnAreNotFoundAndStillWork(TestDatabase database) {
        createObjects(database, "b");
        Migrator migrator = OneChange.migrator(database, op -> op.dropColumn("t", "a"));

        assertThat(findings(migrator)).isEmpty();
        migrator.upgrade();
        OBJECTS.stream().filter(object -> !object.use().isEmpty()).forEach(object -> database.execute(object.use()));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void whatThePlanReplacesIsNotFound(TestDatabase database) {
        create(database);
        database.execute(
                "CREATE VIEW v AS SELECT a FROM t",
                "CREATE VIEW w AS SELECT a FROM t",
                "CREATE VIEW x AS SELECT id FROM t");
        Migrator migrator = OneChange.migrator(database, op -> {
            op.execute("DROP VIEW IF EXISTS w");
            op.renameTable("t", "n");
            op.dropColumn("n", "a");
            op.execute("CREATE OR REPLACE SQL SECURITY INVOKER VIEW v AS SELECT id FROM n");
            op.execute("CREATE VIEW t AS SELECT * FROM n");
        });

        assertThat(findings(migrator)).isEmpty();
        migrator.upgrade();
        database.execute("SELECT * FROM v", "SELECT * FROM x");
    }

    /** A parameter hides a column of the same name. */
    @DatabaseTest(one = true)
    void aParameterIsNotAColumn(TestDatabase database) {
        create(database);
        database.execute("CREATE PROCEDURE p(a INT) SELECT id FROM t WHERE id = a");
        Migrator migrator = OneChange.migrator(database, op -> op.dropColumn("t", "a"));

        assertThat(findings(migrator)).isEmpty();
        migrator.upgrade();
        database.execute("CALL p(1)");
    }

    /**
     * Something in a table that uses the column a.
     *
     * @param user its description in the finding
     * @param definition the statements that create it
     */
    private record InTable(String user, String definition, Consumer<Operations> change) {}

    private static final List<InTable> IN_TABLE = List.of(
            new InTable("column g", "ALTER TABLE t ADD COLUMN g INT AS (a + 1) VIRTUAL", op -> op.dropColumn("t", "a")),
            new InTable(
                    "column g",
                    "ALTER TABLE t ADD COLUMN g INT AS (a + 1) STORED",
                    op -> op.renameColumn("t", "a", "c")),
            new InTable("column g", "ALTER TABLE t ADD COLUMN g INT DEFAULT (a)", op -> op.dropColumn("t", "a")),
            new InTable("check c", "ALTER TABLE t ADD CONSTRAINT c CHECK (a < b + 5)", op -> op.dropColumn("t", "a")),
            new InTable(
                    "check c", "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 5)", op -> op.renameColumn("t", "a", "c")),
            new InTable("key k", "ALTER TABLE t ADD KEY k ((a + 1))", op -> op.dropColumn("t", "a")),
            new InTable("key k", "ALTER TABLE t ADD UNIQUE KEY k (a, b)", op -> op.dropColumn("t", "a")),
            new InTable(
                    "foreign key f",
                    "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id)",
                    op -> op.dropColumn("t", "a")),
            new InTable(
                    "foreign key f",
                    "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id)",
                    op -> op.alterColumn("t", "a", c -> c.type(bigint()))),
            new InTable(
                    "foreign key f of c",
                    "ALTER TABLE t ADD UNIQUE KEY (a); CREATE TABLE c (r INT, CONSTRAINT f FOREIGN KEY (r) REFERENCES t (a))",
                    op -> op.dropColumn("t", "a")),
            new InTable(
                    "the partitions",
                    "ALTER TABLE t DROP PRIMARY KEY; ALTER TABLE t PARTITION BY HASH (a) PARTITIONS 2",
                    op -> op.dropColumn("t", "a")));

    /** Not every server has all of them, and some change the definition instead of rejecting the statement. */
    @DatabaseTest
    void whatUsesAColumnInTheTableIsNamedIfTheServerRejectsTheStatement(TestDatabase database) {
        List<String> rejected = new ArrayList<>();
        for (InTable each : IN_TABLE) {
            create(database);
            Throwable unsupported = catchThrowable(() -> {
                for (String statement : each.definition().split("; ", -1)) {
                    database.execute(statement);
                }
            });
            if (unsupported != null) {
                continue;
            }
            Migrator migrator = OneChange.migrator(database, each.change());

            List<DataFinding> findings = findings(migrator);

            Throwable failure = catchThrowable(migrator::upgrade);
            if (failure == null) {
                assertThat(findings).as("%s", each).isEmpty();
            } else {
                assertThat(failure).as("%s", each).isInstanceOf(StatementFailedException.class);
                assertThat(findings)
                        .as("%s", each)
                        .anyMatch(finding -> finding.kind() == Kind.USED_COLUMN
                                && finding.isFatal()
                                && finding.description().equals("The column t.a is still used: " + each.user() + "."));
                rejected.add(each.user());
            }
        }
        assertThat(rejected).contains("column g", "foreign key f", "foreign key f of c", "the partitions");
    }

    @DatabaseTest
    void rowsMayBeEqualInTheRestOfAUniqueKey(TestDatabase database) {
        create(database);
        database.execute("ALTER TABLE t ADD UNIQUE KEY k (a, b)", "INSERT INTO t VALUES (2, 2, 1), (3, 3, 1)");
        Migrator migrator = OneChange.migrator(database, op -> op.dropColumn("t", "a"));

        List<DataFinding> findings = findings(migrator);

        assertThat(findings).singleElement().matches(DataFinding::isFatal);
        assertThat(findings.get(0).kind()).isIn(Kind.DUPLICATES, Kind.USED_COLUMN);
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StatementFailedException.class);
        Migrator withoutKey = OneChange.migrator(
                database,
                op -> op.table("t", t -> {
                    t.dropIndex("k", "a", "b");
                    t.dropColumn("a");
                }));
        assertThat(findings(withoutKey)).isEmpty();
        withoutKey.upgrade();
    }

    /** The clone shows the limits of an index and of a row that the server checks. */
    @DatabaseTest
    void indexesAndRowsThatAreTooLargeAreRejectedBeforeTheRun(TestDatabase database) {
        List<Boolean> rejected = new ArrayList<>();
        for (int length : List.of(760, 800, 4_000, 60_000)) {
            for (String format : List.of("COMPACT", "DYNAMIC")) {
                create(database);
                database.execute("CREATE TABLE s (id INT PRIMARY KEY, v VARCHAR(" + length
                        + ")) CHARACTER SET latin1 ROW_FORMAT=" + format);
                Migrator migrator = length < 10_000
                        ? OneChange.migrator(database, op -> op.createIndex("s", "k", "v"))
                        : OneChange.migrator(database, op -> op.addColumn("s", "w", varchar(6_000)));

                boolean isRejected = statements(migrator).get(0).rejection() != null;

                assertThat(catchThrowable(migrator::upgrade) != null)
                        .as(length + " " + format)
                        .isEqualTo(isRejected);
                rejected.add(isRejected);
            }
        }
        assertThat(rejected.subList(0, 4)).containsExactly(false, false, true, false);
        assertThat(rejected.subList(6, 8)).containsOnly(true);
    }

    /** An instant change is accepted, even if the server can no longer store a row with all values. */
    @DatabaseTest
    void rowsMayBecomeTooLarge(TestDatabase database) {
        for (int added : List.of(1, 3)) {
            create(database);
            String columns = IntStream.range(0, 31)
                    .mapToObj(i -> "c" + i + " CHAR(250) NULL")
                    .collect(Collectors.joining(", "));
            database.execute("CREATE TABLE s (id INT PRIMARY KEY, " + columns + ") CHARACTER SET latin1");
            database.execute("INSERT INTO s (id) VALUES (1)");
            Migrator migrator = OneChange.migrator(
                    database,
                    op -> op.table(
                            "s",
                            t -> IntStream.range(0, added)
                                    .forEach(i -> t.addColumn("d" + i, character(250), c -> c.nullable()))));

            StatementAdvice statement = statements(migrator).get(0);

            boolean isFound = statement.rejection() != null
                    || statement.findings().stream().anyMatch(finding -> finding.kind() == Kind.ROW_SIZE);
            Throwable failure = catchThrowable(() -> {
                migrator.upgrade();
                database.execute("INSERT INTO s VALUES (2" + ", REPEAT('x', 250)".repeat(31 + added) + ")");
            });
            assertThat(isFound).as("%s", statement).isEqualTo(added == 3);
            assertThat(failure != null).as("%s", failure).isEqualTo(isFound);
        }
    }
}
