package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Trigger;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.SchemaRoundTrip;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;

/** The effect of each operation on each server, and that its inverse restores the schema. */
class OperationsOnServersTest {

    private static final String TABLE = "CREATE TABLE t (id BIGINT NOT NULL, a INT NOT NULL DEFAULT 5, b VARCHAR(50)"
            + " CHARACTER SET latin1 COMMENT 'it''s b', KEY ix_a (a), UNIQUE KEY uq_b (b), PRIMARY KEY (id))"
            + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='old'";

    private static void changes(TestDatabase database, Consumer<Operations> up, String... shown) {
        database.execute(TABLE);
        SchemaRoundTrip.check(
                database, up, after -> assertThat(after.table("t")).contains(shown));
    }

    @DatabaseTest
    void createsATableAndDropsItWithItsRows(TestDatabase database) {
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.createTable("t", t -> t.column("id", integer()).notNull());
                    op.insert("t", rows -> rows.columns("id").values(1));
                },
                after -> assertThat(after.table("t")).contains("`id` int not null"));
    }

    @DatabaseTest
    void namesUnnamedKeysOfANewTable(TestDatabase database) {
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.createTable("p", t -> t.column("id", integer()).notNull());
                    op.table("p", t -> t.addPrimaryKey("id"));
                    op.createTable("t", t -> {
                        t.column("a", integer());
                        t.column("b", integer());
                        t.indexOn("b", "a");
                        t.uniqueConstraintOn("b");
                        t.foreignKeyOn("a").references("p", "id");
                    });
                },
                after -> assertThat(after.table("t"))
                        .contains(
                                "unique key `uq_t_b` (`b`)",
                                "key `ix_t_b_a` (`b`,`a`",
                                "constraint `fk_t_a_p` foreign key (`a`) references `p` (`id`)"));
    }

    @DatabaseTest
    void dropsATableAndCreatesItAgain(TestDatabase database) {
        database.execute("CREATE TABLE t (id BIGINT NOT NULL, a INT DEFAULT 5, PRIMARY KEY (id), KEY ix_a (a))"
                + " ENGINE=InnoDB COMMENT='old'");
        SchemaRoundTrip.check(
                database,
                op -> op.dropTable("t", t -> {
                    t.column("id", bigint()).notNull();
                    t.column("a", integer()).defaultValue(5);
                    t.primaryKey("id");
                    t.index("ix_a", "a");
                    t.comment("old").engine("InnoDB");
                }),
                after -> assertThat(after.database().tables()).doesNotContain("t"));
    }

    @DatabaseTest
    void renamesATable(TestDatabase database) {
        database.execute(TABLE);
        SchemaRoundTrip.check(
                database,
                op -> op.renameTable("t", "it's `t`"),
                after -> assertThat(after.database().tables()).contains("it's `t`"));
    }

    @DatabaseTest
    void addsAColumnAfterAnother(TestDatabase database) {
        changes(
                database,
                op -> op.table(
                        "t",
                        t -> t.addColumn("c", varchar(20), c -> c.notNull().defaultValue("x"), Position.after("id"))),
                "`id` bigint not null,\n  `c` varchar(20)",
                "not null default 'x',\n  `a`");
    }

    @DatabaseTest
    void addsAColumnAtBothEnds(TestDatabase database) {
        changes(
                database,
                op -> {
                    op.table("t", t -> t.addColumn("first", integer(), c -> {}, Position.first()));
                    op.addColumn("t", "last", integer());
                },
                "(\n  `first` int",
                "`last` int default null,\n  primary key");
    }

    @DatabaseTest
    void dropsAColumnAndAddsItAtItsPosition(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT NOT NULL, c BIGINT NOT NULL COMMENT 'c', d INT)");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t", t -> t.dropColumn("c", bigint(), c -> c.notNull().comment("c"), Position.after("id"))),
                after -> assertThat(after.table("t")).doesNotContain("`c`"));
    }

    @DatabaseTest
    void renamesAColumnAndKeepsItsAttributes(TestDatabase database) {
        changes(database, op -> op.renameColumn("t", "b", "bb"), "`bb` varchar(50) character set latin1", "it''s b");
    }

    @DatabaseTest
    void createsAnIndex(TestDatabase database) {
        changes(database, op -> op.createIndex("t", "ix_ab", "a", "b"), "key `ix_ab` (`a`,`b`)");
    }

    @DatabaseTest
    void dropsAnIndexWithItsDefinition(TestDatabase database) {
        changes(database, op -> op.table("t", t -> t.dropIndex("ix_a", "a")), "unique key `uq_b` (`b`)\n)");
    }

    @DatabaseTest
    void renamesAnIndexAndKeepsItsDefinition(TestDatabase database) {
        changes(database, op -> op.table("t", t -> t.renameIndex("uq_b", "u`b")), "unique key `u``b` (`b`)");
    }

    @DatabaseTest
    void addsAndDropsUniqueConstraints(TestDatabase database) {
        changes(
                database,
                op -> {
                    op.table("t", t -> t.dropUniqueConstraint("uq_b", "b"));
                    op.addUniqueConstraint("t", "uq_ab", "a", "b");
                },
                "unique key `uq_ab` (`a`,`b`)");
    }

    @DatabaseTest
    void addsAPrimaryKey(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT NOT NULL, a INT NOT NULL)");
        SchemaRoundTrip.check(
                database,
                op -> op.table("t", t -> t.addPrimaryKey("a", "id")),
                after -> assertThat(after.table("t")).contains("primary key (`a`,`id`)"));
    }

    @DatabaseTest
    void dropsAPrimaryKeyWithItsDefinition(TestDatabase database) {
        changes(database, op -> op.table("t", t -> t.dropPrimaryKey("id")), "comment 'it''s b',\n  unique key");
    }

    @DatabaseTest
    void addsAForeignKeyAndDropsItWithItsIndex(TestDatabase database) {
        database.execute("CREATE TABLE p (id INT NOT NULL PRIMARY KEY)");
        changes(
                database,
                op -> {
                    op.addForeignKey(
                            "t", "fk_a", "a", fk -> fk.references("p", "id").onDelete(Rule.CASCADE));
                    op.addColumn("t", "p2", integer());
                    op.addForeignKey("t", "fk_p2", "p2", fk -> fk.references("p", "id"));
                },
                "constraint `fk_a` foreign key (`a`) references `p` (`id`) on delete cascade",
                "key `fk_p2` (`p2`)");
    }

    @DatabaseTest
    void dropsAForeignKeyWithItsDefinition(TestDatabase database) {
        database.execute(
                "CREATE TABLE p (id INT NOT NULL PRIMARY KEY)",
                TABLE,
                "ALTER TABLE t ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE");
        SchemaRoundTrip.check(
                database,
                op -> op.table(
                        "t",
                        t -> t.dropForeignKey(
                                "fk_a",
                                List.of("a"),
                                fk -> fk.references("p", "id").onDelete(Rule.CASCADE))),
                after -> assertThat(after.table("t")).doesNotContain("foreign key"));
    }

    @DatabaseTest
    void addsAndDropsChecks(TestDatabase database) {
        if (!knowsChecks(database)) {
            return;
        }
        changes(
                database,
                op -> {
                    op.table("t", t -> t.addCheck("ck_a", "a > 3"));
                    op.table("t", t -> t.addCheck("ck_b", "a < 100"));
                    op.table("t", t -> t.dropCheck("ck_b", "a < 100"));
                },
                "constraint `ck_a` check (");
    }

    @DatabaseTest
    void changesOptionsOfATable(TestDatabase database) {
        changes(
                database,
                op -> op.table("t", t -> t.changeOptions(o -> o.comment("it's new"), was -> was.comment("old"))),
                "comment='it''s new'");
    }

    @DatabaseTest
    void makesGroupedChangesInOneStatement(TestDatabase database) {
        changes(
                database,
                op -> op.table("t", t -> {
                    t.addColumn("c", integer());
                    t.createIndex("ix_c", "c");
                    t.dropIndex("ix_a", "a");
                }),
                "key `ix_c` (`c`)");
    }

    @DatabaseTest
    void createsAView(TestDatabase database) {
        database.execute(TABLE);
        SchemaRoundTrip.check(
                database,
                op -> op.createView("v", "SELECT id, b FROM t"),
                after -> assertThat(after.table("v")).contains("select"));
    }

    @DatabaseTest
    void dropsAViewWithItsDefinition(TestDatabase database) {
        database.execute(TABLE, "CREATE VIEW v AS SELECT id, b FROM t");
        SchemaRoundTrip.check(
                database,
                op -> op.dropView("v", "SELECT id, b FROM t"),
                after -> assertThat(after.database().tables()).doesNotContain("v"));
    }

    @DatabaseTest
    void createsAndDropsTriggersAndRoutines(TestDatabase database) {
        database.execute(TABLE, "CREATE TRIGGER old BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 2");
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.createTrigger(new Trigger("new", "t", Trigger.Timing.BEFORE, Trigger.Event.INSERT, """
                        BEGIN
                          SET NEW.a = NEW.a + 1;
                          SET NEW.b = 'x;y';
                        END\
                        """));
                    op.dropTrigger(
                            new Trigger("old", "t", Trigger.Timing.BEFORE, Trigger.Event.UPDATE, "SET NEW.a = 2"));
                    op.createRoutine(new Routine(Routine.Kind.PROCEDURE, "p", "(IN x INT) SELECT x + 1"));
                    op.createRoutine(new Routine(Routine.Kind.FUNCTION, "f", "() RETURNS INT DETERMINISTIC RETURN 7"));
                },
                after -> {
                    after.database().execute("INSERT INTO t (id, a) VALUES (1, 1)");
                    assertThat(after.database().query("SELECT a, b, f() FROM t").get(0))
                            .containsExactly("2", "x;y", "7");
                });
    }

    @DatabaseTest
    void createsAndDropsEvents(TestDatabase database) {
        database.execute(TABLE, "CREATE EVENT old ON SCHEDULE EVERY 1 YEAR STARTS '2030-01-01 00:00:00' DO SET @x = 1");
        SchemaRoundTrip.check(
                database,
                op -> {
                    op.createEvent(new ScheduledEvent("new", """
                        ON SCHEDULE EVERY '1:30' HOUR_MINUTE ENDS '2037-01-01' ON COMPLETION PRESERVE DISABLE
                        COMMENT 'it''s' DO
                        BEGIN
                          SET @x = 1;
                          SET @y = 'x;y';
                        END\
                        """));
                    op.dropEvent(new ScheduledEvent(
                            "old", "ON SCHEDULE EVERY 1 YEAR STARTS '2030-01-01 00:00:00' DO SET @x = 1"));
                },
                after -> assertThat(after.database()
                                .query("SELECT event_name, interval_field, status, ends, event_comment"
                                        + " FROM information_schema.events WHERE event_schema = DATABASE()"))
                        .containsExactly(List.of("new", "HOUR_MINUTE", "DISABLED", "2037-01-01 00:00:00", "it's")));
    }

    /** MySQL before 8.0.16 parses and ignores checks. */
    static boolean knowsChecks(TestDatabase database) {
        String version = database.server().version();
        return database.server().isMariaDb() || !version.matches("(5\\.|8\\.0\\.\\d\\D|8\\.0\\.1[0-5]).*");
    }
}
