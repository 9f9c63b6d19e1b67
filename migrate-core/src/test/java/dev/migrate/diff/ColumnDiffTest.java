package dev.migrate.diff;

import static dev.migrate.diff.Diffs.descriptions;
import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.notes;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a column is altered in place or dropped and added, and the notes about it. */
class ColumnDiffTest {

    private static final List<String> REBUILT = List.of("drop column t.a", "add column t.a");
    private static final List<String> ALTERED = List.of("alter column t.a");
    private static final List<String> REDEFINED = List.of("redefine column t.a");

    private static Table a(ColumnType type, Consumer<ColumnBuilder> more) {
        return table("t", t -> {
            t.column("id", bigint());
            more.accept(t.column("a", type));
        });
    }

    private static Table a(ColumnType type) {
        return a(type, column -> {});
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments(integer(), varchar(9), ALTERED),
                arguments(uuid(), varchar(36), ALTERED),
                arguments(varchar(36), uuid(), ALTERED),
                arguments(text(), inet6(), ALTERED),
                arguments(inet6(), text(), ALTERED),
                arguments(uuid(), inet6(), REBUILT),
                arguments(uuid(), binary(16), REBUILT),
                arguments(integer(), inet4(), REBUILT),
                arguments(inet4(), integer(), REBUILT),
                arguments(point(), geometry(), REDEFINED),
                arguments(point(), varchar(9), REBUILT),
                arguments(blob(), point(), REBUILT),
                arguments(vector(3), vector(4), ALTERED),
                arguments(vector(3), varchar(9), REBUILT),
                arguments(varchar(9), vector(3), REBUILT),
                arguments(json(), longtext(), REDEFINED));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("types")
    void aColumnIsRebuiltIfNoServerCanConvertIt(ColumnType from, ColumnType to, List<String> changes) {
        SchemaDiff diff = diff(a(from), a(to));

        assertThat(descriptions(diff)).isEqualTo(changes);
        if (changes.equals(REBUILT)) {
            assertThat(notes(diff)).singleElement().asString().contains("All values of t.a are lost");
        }
    }

    private static Table generated(String expression, Consumer<ColumnBuilder> more) {
        return a(integer(), column -> more.accept(column.generatedAs(expression)));
    }

    @Test
    void aGeneratedColumnIsRebuiltIfItsValuesChange() {
        Table plain = generated("id + 1", column -> {});

        assertThat(descriptions(diff(plain, generated("id + 2", column -> {})))).isEqualTo(REBUILT);
        assertThat(descriptions(diff(plain, generated("id + 1", ColumnBuilder::stored))))
                .isEqualTo(REBUILT);
        assertThat(descriptions(diff(plain, generated("id + 1", c -> c.type(bigint())))))
                .isEqualTo(REBUILT);
        assertThat(descriptions(diff(plain, generated("id + 1", ColumnBuilder::notNull))))
                .isEqualTo(REBUILT);
        assertThat(descriptions(diff(plain, generated("id + 1", c -> c.check("a > 0")))))
                .isEqualTo(REBUILT);
        assertThat(descriptions(diff(plain, generated("id + 1", c -> c.attribute("STORAGE DISK")))))
                .isEqualTo(REBUILT);
        assertThat(notes(diff(plain, generated("id + 2", column -> {})))).isEmpty();
    }

    @Test
    void aGeneratedColumnIsAlteredIfItsValuesDoNotChange() {
        assertThat(descriptions(diff(generated("id + 1", c -> {}), generated("id + 1", c -> c.comment("x")))))
                .isEqualTo(ALTERED);
    }

    @Test
    void aColumnThatBecomesGeneratedOrRegularLosesItsValues() {
        Table computed = generated("id + 1", column -> {});

        assertThat(notes(diff(a(integer()), computed)))
                .singleElement()
                .asString()
                .contains("All values of t.a are lost");
        assertThat(notes(diff(computed, a(integer()))))
                .singleElement()
                .asString()
                .contains("computed", "t.a");
    }

    @Test
    void notNullAndANewCheckHaveNotes() {
        Table checked = a(integer(), c -> c.check("a > 0"));

        assertThat(notes(diff(a(integer()), checked)))
                .singleElement()
                .asString()
                .contains("check of t.a");
        assertThat(notes(diff(checked, a(integer(), c -> c.check("a > 1")))))
                .singleElement()
                .asString()
                .contains("check of t.a");
        assertThat(notes(diff(checked, a(integer())))).isEmpty();
        assertThat(notes(diff(checked, a(integer(), c -> c.check("a > 0").comment("x")))))
                .isEmpty();
        assertThat(notes(diff(a(integer(), ColumnBuilder::notNull), a(integer()))))
                .isEmpty();
    }

    @Test
    void aChangeOfTheEngineHasANote() {
        Table myIsam = table("t", t -> {
            t.column("id", bigint());
            t.engine("MyISAM");
        });
        Table commented = table("t", t -> {
            t.column("id", bigint());
            t.comment("x");
        });
        Table plain = table("t", t -> t.column("id", bigint()));

        assertThat(notes(diff(plain, myIsam))).singleElement().asString().contains("engine");
        assertThat(notes(diff(plain, commented))).isEmpty();
    }

    @Test
    void aNewPrimaryKeyHasANoteAndADroppedOneDoesNot() {
        Table keyless = table("t", t -> t.column("id", bigint()).notNull());
        Table keyed = table("t", t -> {
            t.column("id", bigint()).notNull();
            t.primaryKey("id");
        });

        assertThat(notes(diff(keyless, keyed))).singleElement().asString().contains("primary key");
        assertThat(notes(diff(keyed, keyless))).isEmpty();
    }

    @Test
    void generatedColumnsAreAddedLastAndDroppedFirst() {
        Table plain = table("t", t -> t.column("id", bigint()));
        Table computed = table("t", t -> {
            t.column("one", integer()).generatedAs("b + 1");
            t.column("two", integer()).generatedAs("one + 1");
            t.column("id", bigint());
            t.column("b", integer());
            t.column("c", integer()).check("c > b");
            t.column("d", integer()).defaultExpression("1 + 1");
            t.column("e", integer());
        });

        assertThat(descriptions(diff(plain, computed)))
                .containsExactly(
                        "add column t.b",
                        "add column t.e",
                        "add column t.one",
                        "add column t.two",
                        "add column t.c",
                        "add column t.d");
        assertThat(descriptions(diff(computed, plain)))
                .containsExactly(
                        "drop column t.two",
                        "drop column t.one",
                        "drop column t.e",
                        "drop column t.d",
                        "drop column t.c",
                        "drop column t.b");
    }

    @Test
    void aColumnOfTheOldPrimaryKeyBecomesNullableAfterTheKeyIsDropped() {
        Table keyed = table("t", t -> {
            t.column("a", integer()).notNull();
            t.column("b", integer()).notNull();
            t.primaryKey("a");
        });
        Table open = table("t", t -> {
            t.column("a", integer());
            t.column("b", integer());
            t.index("ix", "a");
        });

        assertThat(descriptions(diff(keyed, open)))
                .containsExactly(
                        "alter column t.b", "create index ix on t", "drop primary key on t", "alter column t.a");
    }
}
