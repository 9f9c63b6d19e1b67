package dev.migrate.internal.mysql.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import dev.migrate.schema.View.Algorithm;
import dev.migrate.schema.View.CheckOption;
import dev.migrate.schema.View.Security;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** Views, triggers, routines and events: SQL in, model out. */
class StoredObjectsTest {

    private static final CreationContext OURS = CreationContext.OF_SESSION;
    private static final String OTHER_MODE = "SET SESSION sql_mode = 'PIPES_AS_CONCAT'";

    @DatabaseTest
    void readsViews(TestDatabase database) {
        Schema schema = after(
                database,
                "CREATE VIEW v1 AS SELECT id, 'it''s \\\\' AS `a b` FROM t WHERE b > 1 WITH CASCADED CHECK OPTION",
                "CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW v2 AS SELECT id FROM v1 WITH LOCAL CHECK OPTION",
                "CREATE ALGORITHM = TEMPTABLE VIEW v3 (`x y`, z) AS SELECT DISTINCT id, 1 FROM t");

        assertThat(schema.views()).extracting(View::name).containsExactly("v1", "v2", "v3");
        View v1 = schema.views().get(0);
        assertThat(v1.select())
                .startsWith("select `t`.`id` AS `id`,'it\\'s \\\\' AS `a b` from `t` where ")
                .doesNotContain(database.name());
        assertThat(v1.checkOption()).isEqualTo(CheckOption.CASCADED);
        assertThat(v1.context()).isEqualTo(OURS);
        assertThat(schema.views().get(1))
                .isEqualTo(new View(
                        "v2",
                        "select `v1`.`id` AS `id` from `v1`",
                        Algorithm.MERGE,
                        Security.INVOKER,
                        CheckOption.LOCAL,
                        OURS));
        assertThat(schema.views().get(2))
                .isEqualTo(new View(
                        "v3",
                        "select distinct `t`.`id` AS `x y`,1 AS `z` from `t`",
                        Algorithm.TEMPTABLE,
                        Security.DEFINER,
                        CheckOption.NONE,
                        OURS));
    }

    @DatabaseTest
    void readsTheNamesOfColumnsOfAViewThatIsAUnion(TestDatabase database) {
        Schema schema = after(database, "CREATE VIEW v (x, y) AS SELECT id, b FROM t UNION ALL SELECT b, id FROM t");
        View view = schema.views().get(0);

        database.execute("DROP VIEW v", "CREATE VIEW v AS " + view.select());

        assertThat(database.column("SELECT column_name FROM information_schema.columns WHERE table_name = 'v'"
                        + " AND table_schema = '" + database.name() + "' ORDER BY ordinal_position"))
                .containsExactly("x", "y");
        assertThat(TestSchemas.schema(database).views()).containsExactly(view);
    }

    @DatabaseTest
    void readsTriggersInTheOrderInWhichTheyRun(TestDatabase database) {
        Schema schema = after(
                database,
                "CREATE TRIGGER `b 1` BEFORE INSERT ON t FOR EACH ROW SET NEW.b = IFNULL(NEW.b, 'it''s')",
                "CREATE TRIGGER a2 BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 2",
                "CREATE TRIGGER c0 BEFORE INSERT ON t FOR EACH ROW PRECEDES `b 1` BEGIN /* FOR EACH ROW */ END",
                "CREATE TRIGGER d AFTER DELETE ON t FOR EACH ROW BEGIN END");

        assertThat(schema.triggers())
                .containsExactly(
                        trigger("c0", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "BEGIN /* FOR EACH ROW */ END"),
                        trigger(
                                "b 1",
                                Trigger.Timing.BEFORE,
                                Trigger.Event.INSERT,
                                "SET NEW.b = IFNULL(NEW.b, 'it''s')"),
                        trigger("a2", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "SET NEW.b = 2"),
                        trigger("d", Trigger.Timing.AFTER, Trigger.Event.DELETE, "BEGIN END"));
    }

    @DatabaseTest
    void readsRoutinesAndEvents(TestDatabase database) {
        Schema schema = after(
                database,
                "CREATE PROCEDURE `p 1` (IN a INT, OUT `b b` CHAR(3)) COMMENT 'it''s' BEGIN SELECT 'it''s', a; END",
                "CREATE FUNCTION f (s INT) RETURNS INT DETERMINISTIC RETURN s + 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO SET @a = 'it''s'");

        assertThat(schema.routines()).extracting(Routine::name).containsExactly("f", "p 1");
        Routine function = schema.routines().get(0);
        assertThat(function.kind()).isEqualTo(Routine.Kind.FUNCTION);
        assertThat(function.definition().toLowerCase(java.util.Locale.ROOT).replace("int(11)", "int"))
                .isEqualTo("(s int) returns int\n    deterministic\nreturn s + 1");
        Routine procedure = schema.routines().get(1);
        assertThat(procedure.definition())
                .isEqualTo("(IN a INT, OUT `b b` CHAR(3))\n    COMMENT 'it''s'\nBEGIN SELECT 'it''s', a; END");
        assertThat(procedure.context()).isEqualTo(OURS);
        assertThat(schema.events())
                .containsExactly(new ScheduledEvent(
                        "e",
                        "ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE DISABLE"
                                + " DO SET @a = 'it''s'",
                        null,
                        OURS));
    }

    @DatabaseTest
    void readsTheModeOfObjectsCreatedInAnotherMode(TestDatabase database) {
        Schema schema =
                after(database, OTHER_MODE, "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = 'a' || 'b'");

        assertThat(schema.triggers().get(0).context()).isEqualTo(new CreationContext("PIPES_AS_CONCAT", null, null));
    }

    @DatabaseTest
    void readsAViewThatOnlyItsOwnModeAccepts(TestDatabase database) {
        Schema schema = after(
                database,
                "SET SESSION sql_mode = ''",
                "CREATE VIEW incomplete AS SELECT id, b, COUNT(*) AS n FROM t GROUP BY b");

        assertThat(schema.omissions()).isEmpty();
        assertThat(schema.views()).hasSize(1);
    }

    private static Schema after(TestDatabase database, String... statements) {
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, b VARCHAR(20))");
        database.execute(statements);
        return TestSchemas.schema(database);
    }

    private static Trigger trigger(String name, Trigger.Timing timing, Trigger.Event event, String body) {
        return new Trigger(name, "t", timing, event, body, OURS);
    }
}
