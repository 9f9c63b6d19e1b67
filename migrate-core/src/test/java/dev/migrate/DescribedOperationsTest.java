package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import dev.migrate.schema.Check;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Trigger;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.SchemaRoundTrip;
import dev.migrate.testing.TestDatabase;
import java.util.List;

/** Operations with complete definitions and their inverses, on each server. */
class DescribedOperationsTest {

    @DatabaseTest
    void redefinesMovesAndRenamesAColumn(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT NOT NULL, a INT NOT NULL DEFAULT 5 COMMENT 'it''s', b INT)");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t",
                        t -> t.redefineColumn(
                                "a",
                                bigint(),
                                c -> c.name("c").comment("new"),
                                Position.first(),
                                integer(),
                                c -> c.notNull().defaultValue(5).comment("it's"),
                                Position.after("id"))),
                after -> assertThat(after.table("t"))
                        .contains("(\n  `c` bigint default null comment 'new',\n  `id` int not null,\n  `b`"));
    }

    @DatabaseTest
    void redefinesAColumnAtItsPosition(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT NOT NULL, a VARCHAR(20) NOT NULL DEFAULT 'x', b INT)");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t",
                        t -> t.redefineColumn(
                                "a",
                                varchar(30),
                                c -> {},
                                varchar(20),
                                c -> c.notNull().defaultValue("x"))),
                after -> assertThat(after.table("t")).contains("`a` varchar(30) default null,\n  `b`"));
    }

    @DatabaseTest
    void addsAPrimaryKeyWithAPrefixLength(TestDatabase database) {
        database.execute("CREATE TABLE t (url VARCHAR(300) NOT NULL, n INT NOT NULL, PRIMARY KEY (n))");
        SchemaRoundTrip.check(
                database,
                op -> op.table("t", t -> {
                    t.dropPrimaryKey(List.of(KeyPart.column("n")));
                    t.addPrimaryKey(List.of(KeyPart.column("url").length(100), KeyPart.column("n")));
                }),
                after -> assertThat(after.table("t")).contains("primary key (`url`(100),`n`)"));
    }

    @DatabaseTest
    void dropsAForeignKeyWithTheServerCreatedIndex(TestDatabase database) {
        database.execute(
                "CREATE TABLE p (id INT NOT NULL PRIMARY KEY)",
                "CREATE TABLE t (a INT, b INT, KEY fk_b (b), CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id))");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t", t -> t.dropForeignKeyWithIndex("fk_a", List.of("a"), fk -> fk.references("p", "id"))),
                after -> assertThat(after.table("t")).doesNotContain("fk_a").contains("key `fk_b` (`b`)"));
    }

    @DatabaseTest
    void addsACheckThatIsNotEnforced(TestDatabase database) {
        if (database.server().isMariaDb() || !OperationsOnServersTest.knowsChecks(database)) {
            return;
        }
        database.execute("CREATE TABLE t (a INT, CONSTRAINT old CHECK (a < 9) NOT ENFORCED)");
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.table("t", t -> t.dropCheck(new Check("old", "a < 9").notEnforced()));
                    op.table("t", t -> t.addCheck(new Check("ck", "a > 3").notEnforced()));
                },
                after -> assertThat(after.table("t"))
                        .contains("constraint `ck` check ((`a` > 3)) /*!80016 not enforced"));
    }

    @DatabaseTest
    void changesOptionsWithoutAGroup(TestDatabase database) {
        database.execute("CREATE TABLE t (a INT) COMMENT='old' STATS_PERSISTENT=1");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t",
                        t -> t.changeOptions(
                                o -> o.comment("new").option("STATS_PERSISTENT", "0"),
                                was -> was.comment("old").option("STATS_PERSISTENT", "1"))),
                after -> assertThat(after.table("t")).contains("stats_persistent=0 comment='new'"));
    }

    @DatabaseTest
    void createsATriggerBeforeAnother(TestDatabase database) {
        database.execute("CREATE TABLE t (a INT)", "CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1");
        SchemaRoundTrip.check(
                database,
                op -> op.createTrigger(
                        new Trigger("a", "t", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "PRECEDES b SET NEW.a = 2")),
                after -> assertThat(after.database()
                                .column("SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = '"
                                        + database.name() + "' ORDER BY action_order"))
                        .containsExactly("a", "b"));
    }

    @DatabaseTest
    void convertsAllTexts(TestDatabase database) {
        database.execute("CREATE TABLE t (a VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin) CHARACTER SET utf8mb4");
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Converts())
                .build()
                .upgrade("head");

        assertThat(database.column("SELECT collation_name FROM information_schema.columns WHERE table_name = 't'"
                        + " AND table_schema = '" + database.name() + "'"))
                .containsExactly("utf8mb4_unicode_ci");
    }

    @Revision(id = "001")
    private static final class Converts implements Migration {
        @Override
        public void up(Operations op) {
            op.table("t", t -> t.convertCharset("utf8mb4", "utf8mb4_unicode_ci"));
        }
    }
}
