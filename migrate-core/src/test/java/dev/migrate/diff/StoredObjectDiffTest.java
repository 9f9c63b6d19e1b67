package dev.migrate.diff;

import static dev.migrate.diff.Diffs.descriptions;
import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.Encoding;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Views, triggers, routines and events: the order in which they are dropped and created, and the differences that no
 * operation can remove.
 */
class StoredObjectDiffTest {

    private static final Schema EMPTY = Schema.builder().build();
    private static final Table TABLE = table("t", t -> t.column("a", integer()));

    private static Trigger trigger(String name, Trigger.Timing timing, String body) {
        return new Trigger(name, "t", timing, Trigger.Event.INSERT, body);
    }

    private static SchemaBuilder triggers(Trigger... triggers) {
        SchemaBuilder schema = Schema.builder().table(TABLE);
        for (Trigger trigger : triggers) {
            schema.trigger(trigger);
        }
        return schema;
    }

    @Test
    void viewsAreCreatedAfterAndDroppedBeforeThoseTheyUse() {
        Schema views = Schema.builder()
                .view(new View("a", "SELECT * FROM `z`"))
                .view(new View("m", "SELECT 1"))
                .view(new View("z", "SELECT * FROM `m`"))
                .build();

        assertThat(descriptions(diff(EMPTY, views))).containsExactly("create view m", "create view z", "create view a");
        assertThat(descriptions(diff(views, EMPTY))).containsExactly("drop view a", "drop view z", "drop view m");
    }

    @Test
    void mutuallyDependentViewsAreCreatedOnce() {
        Schema circle = Schema.builder()
                .view(new View("a", "SELECT * FROM `b`"))
                .view(new View("b", "SELECT * FROM `a`"))
                .build();

        assertThat(descriptions(diff(EMPTY, circle))).containsExactly("create view b", "create view a");
    }

    @Test
    void storedObjectsAreDroppedBeforeTheTablesChangeAndCreatedAfterwards() {
        Schema from = triggers(trigger("tr", Trigger.Timing.BEFORE, "SET @x = 1"))
                .view(new View("v", "SELECT 1"))
                .routine(new Routine(Routine.Kind.PROCEDURE, "r", "() SELECT 1"))
                .event(new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY DO CALL r()"))
                .build();
        Schema to = Schema.builder()
                .table(table("t", t -> {
                    t.column("a", integer());
                    t.column("b", integer());
                }))
                .trigger(trigger("tr", Trigger.Timing.BEFORE, "SET @x = 2"))
                .view(new View("v", "SELECT 2"))
                .routine(new Routine(Routine.Kind.PROCEDURE, "r", "() SELECT 2"))
                .event(new ScheduledEvent("e", "ON SCHEDULE EVERY 2 DAY DO CALL r()"))
                .build();

        assertThat(descriptions(diff(from, to)))
                .containsExactly(
                        "drop trigger tr",
                        "drop event e",
                        "drop view v",
                        "drop routine r",
                        "add column t.b",
                        "create routine r",
                        "create view v",
                        "create trigger tr",
                        "create event e");
    }

    @Test
    void laterTriggersAreCreatedAgain() {
        Trigger first = trigger("first", Trigger.Timing.BEFORE, "SET @x = 1");
        Trigger second = trigger("second", Trigger.Timing.BEFORE, "SET @x = 2");
        Trigger changed = trigger("second", Trigger.Timing.BEFORE, "SET @x = 0");
        Trigger third = trigger("third", Trigger.Timing.BEFORE, "SET @x = 3");
        Trigger after = trigger("after", Trigger.Timing.AFTER, "SET @x = 4");

        assertThat(descriptions(diff(
                        triggers(first, second, third, after).build(),
                        triggers(first, changed, third, after).build())))
                .containsExactly(
                        "drop trigger third", "drop trigger second", "create trigger second", "create trigger third");
        assertThat(descriptions(diff(
                        triggers(first, second).build(),
                        triggers(first, second, third).build())))
                .containsExactly("create trigger third");
        assertThat(descriptions(diff(
                        triggers(first, second, third).build(),
                        triggers(first, second).build())))
                .containsExactly("drop trigger third");
    }

    @Test
    void eventsAreDroppedAndCreated() {
        Schema from = Schema.builder()
                .event(new ScheduledEvent("old", "DO 1"))
                .event(new ScheduledEvent("both", "DO 1"))
                .build();
        Schema to = Schema.builder()
                .event(new ScheduledEvent("new", "DO 1"))
                .event(new ScheduledEvent("both", "DO 1"))
                .build();

        assertThat(descriptions(diff(from, to))).containsExactly("drop event old", "create event new");
    }

    @Test
    void theCollationOfTheDatabaseIsRemarkedOn() {
        Schema latin =
                Schema.builder().encoding(new Encoding("latin1", "latin1_bin")).build();
        Schema unicode = Schema.builder()
                .encoding(new Encoding("utf8mb4", "utf8mb4_bin"))
                .build();

        assertThat(diff(latin, unicode).remarks())
                .singleElement()
                .asString()
                .contains("latin1_bin", "utf8mb4_bin", "op.execute");
        assertThat(diff(latin, unicode).isEmpty()).isFalse();
        assertThat(diff(latin, latin).isEmpty()).isTrue();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments(ObjectKind.TABLE, "t", Schema.builder().table(TABLE).build()),
                arguments(
                        ObjectKind.TABLE,
                        "gone",
                        Schema.builder()
                                .trigger(new Trigger(
                                        "tr", "gone", Trigger.Timing.AFTER, Trigger.Event.DELETE, "SET @x = 1"))
                                .build()),
                arguments(
                        ObjectKind.VIEW,
                        "v",
                        Schema.builder().view(new View("v", "SELECT 1")).build()),
                arguments(
                        ObjectKind.TRIGGER,
                        "tr",
                        Schema.builder()
                                .trigger(trigger("tr", Trigger.Timing.AFTER, "SET @x = 1"))
                                .build()),
                arguments(
                        ObjectKind.ROUTINE,
                        "r",
                        Schema.builder()
                                .routine(new Routine(Routine.Kind.PROCEDURE, "r", "() SELECT 1"))
                                .build()),
                arguments(
                        ObjectKind.EVENT,
                        "e",
                        Schema.builder().event(new ScheduledEvent("e", "DO 1")).build()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kinds")
    void anExcludedObjectIsNotCompared(ObjectKind kind, String name, Schema schema) {
        assertThat(diff(EMPTY, schema).isEmpty()).isFalse();
        assertThat(SchemaDiff.between(EMPTY, schema, Diffs.OPTIONS.excluding(kind, name, "another"))
                        .isEmpty())
                .isTrue();
        assertThat(SchemaDiff.between(schema, EMPTY, Diffs.OPTIONS.excluding(kind, name))
                        .isEmpty())
                .isTrue();
        assertThat(SchemaDiff.between(EMPTY, schema, Diffs.OPTIONS.excluding(kind, "another"))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void filtersAreCombined() {
        Schema schema = Schema.builder()
                .table(TABLE)
                .table(table("u", t -> t.column("a", integer())))
                .table(table("v", t -> t.column("a", integer())))
                .build();
        DiffOptions options =
                Diffs.OPTIONS.including((kind, name) -> !name.equals("t")).including((kind, name) -> !name.equals("u"));

        assertThat(descriptions(SchemaDiff.between(EMPTY, schema, options))).containsExactly("create table v");
    }
}
