package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.SchemaRoundTrip;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;

/** Changing one attribute of a column keeps all others, on every server. */
class AlterColumnTest {

    private static final String TABLE = """
        CREATE TABLE t (
          n BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'old',
          s VARCHAR(50) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL
            DEFAULT 'it''s (a), NULL COMMENT' COMMENT 'old',
          `a ``b` INT NULL DEFAULT 7 COMMENT 'old',
          ts DATETIME(2) NOT NULL DEFAULT CURRENT_TIMESTAMP(2) ON UPDATE CURRENT_TIMESTAMP(2) COMMENT 'old',
          st TIMESTAMP NULL COMMENT 'old',
          e ENUM('a', 'b,c''d', 'e(') NOT NULL DEFAULT 'a' COMMENT 'old',
          g INT GENERATED ALWAYS AS (`a ``b` + 1) STORED COMMENT 'old',
          d DECIMAL(8,2) UNSIGNED ZEROFILL NOT NULL DEFAULT 1.5 COMMENT 'old',
          PRIMARY KEY (n)
        ) ENGINE=InnoDB\
        """;

    private static void changes(TestDatabase database, Consumer<Operations> up, String shownBefore, String shownAfter) {
        database.execute(TABLE);
        String before = database.query("SHOW CREATE TABLE t").get(0).get(1);
        SchemaRoundTrip.check(
                database,
                up,
                after -> assertThat(after.database()
                                .query("SHOW CREATE TABLE t")
                                .get(0)
                                .get(1))
                        .isEqualTo(before.replace(shownBefore, shownAfter)));
    }

    @DatabaseTest
    void changingACommentChangesNothingElse(TestDatabase database) {
        Consumer<Operations> up = op -> {
            for (String column : List.of("n", "s", "a `b", "ts", "st", "e", "g", "d")) {
                op.table("t", t -> t.alterColumn(column, c -> c.comment("it's new \\"), c -> c.comment("old")));
            }
        };
        changes(database, up, "COMMENT 'old'", "COMMENT 'it''s new \\\\'");
    }

    @DatabaseTest
    void productSpecificAttributesAreKept(TestDatabase database) {
        boolean isMariaDb = database.server().isMariaDb();
        String invisible = "x INT NOT NULL INVISIBLE DEFAULT 5 COMMENT 'old'" + (isMariaDb ? " CHECK (x > 3)" : "");
        if (!isMariaDb && !database.server().version().matches("9\\..*|8\\.[4-9].*")) {
            return;
        }
        database.execute("CREATE TABLE t (id INT, " + invisible + ", p POINT NOT NULL COMMENT 'old')");
        String before = database.query("SHOW CREATE TABLE t").get(0).get(1);
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.table("t", t -> t.alterColumn("x", c -> c.comment("new"), c -> c.comment("old")));
                    op.table("t", t -> t.alterColumn("p", c -> c.comment("new"), c -> c.comment("old")));
                },
                after -> assertThat(after.database()
                                .query("SHOW CREATE TABLE t")
                                .get(0)
                                .get(1))
                        .isEqualTo(before.replace("'old'", "'new'")));
    }

    @DatabaseTest
    void aColumnBecomesInvisibleAndVisible(TestDatabase database) {
        boolean isMariaDb = database.server().isMariaDb();
        if (!isMariaDb && !database.server().version().matches("9\\..*|8\\.[4-9].*")) {
            return;
        }
        database.execute("CREATE TABLE t (id INT, x INT NOT NULL DEFAULT 5 COMMENT 'old')");
        SchemaRoundTrip.check(
                database,
                op -> op.table("t", t -> t.alterColumn("x", c -> c.invisible(), c -> c.visible())),
                after -> assertThat(after.table("t")).contains("invisible", "default", "comment 'old'"));
    }

    @DatabaseTest
    void aLongerTextKeepsItsCharacterSet(TestDatabase database) {
        changes(
                database,
                op -> op.table("t", t -> t.alterColumn("s", c -> c.type(varchar(60)), c -> c.type(varchar(50)))),
                "varchar(50)",
                "varchar(60)");
    }

    @DatabaseTest
    void theFractionOfTheCurrentTimeFollowsTheType(TestDatabase database) {
        changes(
                database,
                op -> op.table("t", t -> t.alterColumn("ts", c -> c.type(datetime(4)), c -> c.type(datetime(2)))),
                "(2) ",
                "(4) ");
    }

    @DatabaseTest
    void nullIsForbiddenAndAllowed(TestDatabase database) {
        database.execute(
                "CREATE TABLE t (id INT, a TIMESTAMP NULL COMMENT 'a', b INT NULL, c INT NOT NULL COMMENT 'c')");
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.table(
                            "t",
                            t -> t.alterColumn(
                                    "a",
                                    c -> c.notNull().defaultCurrentTimestamp(),
                                    c -> c.nullable().noDefault()));
                    op.table("t", t -> t.alterColumn("b", c -> c.notNull(), c -> c.nullable()));
                    op.table("t", t -> t.alterColumn("c", c -> c.nullable(), c -> c.notNull()));
                },
                after -> assertThat(after.table("t"))
                        .contains("`a` timestamp not null default current_timestamp")
                        .contains("`b` int not null,")
                        .contains("`c` int default null comment 'c'"));
    }

    @DatabaseTest
    void defaultsAreSetAndRemoved(TestDatabase database) {
        database.execute("CREATE TABLE t (a INT NULL, b VARCHAR(9) NOT NULL DEFAULT 'x' COMMENT 'c')");
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.table("t", t -> t.alterColumn("a", c -> c.defaultValue(5), c -> c.noDefault()));
                    op.table("t", t -> t.alterColumn("b", c -> c.noDefault(), c -> c.defaultValue("x")));
                },
                after -> assertThat(after.table("t"))
                        .containsPattern("`a` int default '?5'?,")
                        .containsPattern("`b` varchar\\(9\\).* not null comment 'c'"));
    }

    @DatabaseTest
    void aColumnIsRenamedMovedAndChangedInOneStatement(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT, a INT NOT NULL DEFAULT 7 COMMENT 'old', b INT)");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t",
                        t -> t.alterColumn(
                                "a",
                                c -> c.rename("z").type(bigint()).first(),
                                c -> c.type(integer()).after("id"))),
                after -> assertThat(after.table("t"))
                        .containsPattern("\\(\\s+`z` bigint not null default '?7'? comment" + " 'old',\\s+`id`"));
    }

    @DatabaseTest
    void aColumnGetsAnotherDefinition(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT, a INT NOT NULL COMMENT 'old')");
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Redefining())
                .build()
                .upgrade("head");
        assertThat(database.query("SHOW CREATE TABLE t").get(0).get(1))
                .contains("`b` bigint")
                .doesNotContain("old", "NOT NULL");
    }

    @Revision(id = "001")
    private static final class Redefining implements Migration {
        @Override
        public void up(Operations op) {
            op.table("t", t -> t.redefineColumn("a", bigint(), c -> c.name("b")));
        }
    }

    @Revision(id = "001")
    private static final class OfNothing implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("t", "nope", c -> c.notNull());
        }
    }

    @DatabaseTest
    void aMissingColumnIsReported(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT)");
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new OfNothing())
                .build();

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure).hasMessageContaining("The table has no column nope");
        assertThat(failure.sql()).startsWith("ALTER TABLE `t` CHANGE COLUMN `nope`");
    }
}
