package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrate.schema.Trigger.Event;
import dev.migrate.schema.Trigger.Timing;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private static Table table(String name) {
        TableBuilder builder = new TableBuilder(name);
        builder.column("id", integer());
        return builder.build();
    }

    private static Trigger trigger(String table, Event event, Timing timing) {
        return new Trigger(table + event + timing, table, timing, event, "SET @x = 1");
    }

    @Test
    void sortsObjectsByName() {
        Routine function = new Routine(Routine.Kind.FUNCTION, "r", "() RETURNS INT RETURN 1");
        Routine procedure = new Routine(Routine.Kind.PROCEDURE, "r", "() SELECT 1");
        Routine first = new Routine(Routine.Kind.PROCEDURE, "q", "() SELECT 1");
        ScheduledEvent hourly = new ScheduledEvent("hourly", "DO 1");
        ScheduledEvent daily = new ScheduledEvent("daily", "DO 1");
        View v1 = new View("v1", "SELECT 1");
        View v2 = new View("v2", "SELECT 2");

        Schema schema = Schema.builder()
                .encoding(new Encoding("latin1", null))
                .table(table("u"))
                .table("t", t -> t.column("id", integer()))
                .view(v2)
                .view(v1)
                .routine(function)
                .routine(procedure)
                .routine(first)
                .event(hourly)
                .event(daily)
                .build();

        assertThat(schema.encoding()).isEqualTo(new Encoding("latin1", null));
        assertThat(schema.tables()).containsExactly(table("t"), table("u"));
        assertThat(schema.views()).containsExactly(v1, v2);
        assertThat(schema.routines()).containsExactly(first, procedure, function);
        assertThat(schema.events()).containsExactly(daily, hourly);
        assertThat(Schema.builder().build().encoding()).isEqualTo(Encoding.INHERITED);
    }

    @Test
    void sortsTriggersByTableThenEventThenTiming() {
        Trigger before = trigger("t", Event.INSERT, Timing.BEFORE);
        Trigger after = trigger("t", Event.INSERT, Timing.AFTER);
        Trigger delete = trigger("t", Event.DELETE, Timing.BEFORE);
        Trigger other = trigger("s", Event.DELETE, Timing.AFTER);

        Schema schema = Schema.builder()
                .trigger(delete)
                .trigger(after)
                .trigger(before)
                .trigger(other)
                .build();

        assertThat(schema.triggers()).containsExactly(other, before, after, delete);
    }

    @Test
    void findsATableByItsExactName() {
        Schema schema = Schema.builder().table(table("t")).table(table("u")).build();

        assertThat(schema.table("u")).contains(table("u"));
        assertThat(schema.table("U")).isEmpty();
    }

    @Test
    void objectsHaveANameAndADefinition() {
        List<ThrowingCallable> nameless = List.of(
                () -> new View(" ", "SELECT 1"),
                () -> new Routine(Routine.Kind.FUNCTION, " ", "() SELECT 1"),
                () -> new ScheduledEvent(" ", "DO 1"),
                () -> new Trigger(" ", "t", Timing.BEFORE, Event.INSERT, "SET @x = 1"),
                () -> new Trigger("x", " ", Timing.BEFORE, Event.INSERT, "SET @x = 1"),
                () -> new Check(" ", "a > 0"),
                () -> new ForeignKey(
                        " ",
                        List.of("a"),
                        null,
                        "o",
                        List.of("id"),
                        ForeignKey.Rule.RESTRICT,
                        ForeignKey.Rule.RESTRICT),
                () -> new ForeignKey(
                        "fk",
                        List.of("a"),
                        null,
                        "o",
                        List.of(" "),
                        ForeignKey.Rule.RESTRICT,
                        ForeignKey.Rule.RESTRICT),
                () -> Index.of(" ", "a"));
        List<ThrowingCallable> undefined = List.of(
                () -> new View("v", " "),
                () -> new Routine(Routine.Kind.FUNCTION, "r", " "),
                () -> new ScheduledEvent("e", " "),
                () -> new Trigger("x", "t", Timing.BEFORE, Event.INSERT, " "),
                () -> new Check("ck", " "));

        assertThat(nameless)
                .allSatisfy(definition -> assertThatIllegalArgumentException()
                        .isThrownBy(definition)
                        .withMessageContaining("name"));
        assertThat(undefined)
                .allSatisfy(definition -> assertThatIllegalArgumentException()
                        .isThrownBy(definition)
                        .withMessageContaining("empty"));
    }

    @ParameterizedTest
    @CsvSource({
        "RESTRICT,      RESTRICT",
        "no action,     RESTRICT",
        "' cascade ',   CASCADE",
        "SET NULL,      SET_NULL",
        "set default,   SET_DEFAULT"
    })
    void theRuleOfAForeignKeyIsReadFromSql(String sql, ForeignKey.Rule rule) {
        assertThat(ForeignKey.Rule.parse(sql)).isEqualTo(rule);
    }

    @Test
    void anUnknownRuleIsRejected() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ForeignKey.Rule.parse("explode"))
                .withMessageContaining("EXPLODE");
    }
}
