package dev.migrate.diff;

import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.notes;
import static dev.migrate.diff.Diffs.schema;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.blob;
import static dev.migrate.schema.ColumnType.date;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.doublePrecision;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.longtext;
import static dev.migrate.schema.ColumnType.singlePrecision;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varbinary;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** No change loses something, or can fail, without saying so; what is harmless says nothing. */
class NotesTest {

    private static Table a(ColumnType type) {
        return a(type, column -> {});
    }

    private static Table a(ColumnType type, Consumer<ColumnBuilder> more) {
        return table("t", t -> {
            t.column("id", bigint());
            more.accept(t.column("a", type));
        });
    }

    private static List<String> between(ColumnType from, ColumnType to) {
        return notes(diff(a(from), a(to)));
    }

    @Test
    void whatGetsWiderIsHarmless() {
        assertThat(between(integer(), bigint())).isEmpty();
        assertThat(between(varchar(20), varchar(30))).isEmpty();
        assertThat(between(varchar(20), text())).isEmpty();
        assertThat(between(decimal(10, 2), decimal(12, 2))).isEmpty();
        assertThat(between(singlePrecision(), doublePrecision())).isEmpty();
        assertThat(between(date(), datetime())).isEmpty();
        assertThat(between(varbinary(20), blob())).isEmpty();
        assertThat(between(enumeration("a"), enumeration("a", "b"))).isEmpty();
        assertThat(between(datetime(), datetime(3))).isEmpty();
    }

    @Test
    void whatGetsNarrowerSaysSo() {
        assertThat(between(bigint(), integer())).singleElement().asString().contains("does not fit");
        assertThat(between(integer(), integer().unsigned()))
                .singleElement()
                .asString()
                .contains("negative");
        assertThat(between(integer().unsigned(), integer()))
                .singleElement()
                .asString()
                .contains("does not fit");
        assertThat(between(decimal(10, 3), decimal(10, 2)))
                .singleElement()
                .asString()
                .contains("rounded to 2 digits");
        assertThat(between(varchar(30), varchar(20))).singleElement().asString().contains("longer");
        assertThat(between(longtext(), varchar(20))).singleElement().asString().contains("longer");
        assertThat(between(doublePrecision(), singlePrecision()))
                .singleElement()
                .asString()
                .contains("rounded");
        assertThat(between(datetime(6), datetime())).singleElement().asString().contains("Fractions");
        assertThat(between(datetime(), date())).singleElement().asString().contains("is lost");
        assertThat(between(blob(), varbinary(20))).singleElement().asString().contains("does not fit");
        assertThat(between(enumeration("a", "b", "c"), enumeration("b")))
                .singleElement()
                .asString()
                .contains("goes: a, c");
        assertThat(between(varchar(20), integer())).singleElement().asString().contains("another kind");
    }

    @Test
    void aSmallerCharacterSetSaysSo() {
        assertThat(between(varchar(20), varchar(20).charset("latin1")))
                .singleElement()
                .asString()
                .contains("characters that latin1 does not have");
        assertThat(between(varchar(20).charset("latin1"), varchar(20)))
                .singleElement()
                .asString()
                .contains("compare in another way");
    }

    @Test
    void forbiddingNullSaysHowToFillIn() {
        assertThat(notes(diff(a(integer()), a(integer(), ColumnBuilder::notNull))))
                .containsExactly("This fails if a row has no value in t.a. Fill it in before, for instance:"
                        + " op.execute(\"UPDATE `t` SET `a` = ... WHERE `a` IS NULL\");");
    }

    @Test
    void aNewColumnWithoutNullComesInTwoSteps() {
        Table before = table("t", t -> t.column("id", bigint()));

        SchemaDiff diff = diff(before, a(integer(), ColumnBuilder::notNull));

        assertThat(Diffs.descriptions(diff)).containsExactly("add column t.a", "alter column t.a");
        assertThat(diff.changes().get(0).notes()).isEmpty();
        assertThat(diff.changes().get(1).notes())
                .singleElement()
                .asString()
                .contains("op.execute(\"UPDATE `t` SET `a` = ... WHERE `a` IS NULL\")");
        assertThat(Diffs.descriptions(diff(before, a(integer(), c -> c.notNull().defaultValue(1)))))
                .containsExactly("add column t.a");
    }

    @Test
    void whatGoesSaysWhatIsLost() {
        Table one = a(integer());
        Table less = table("t", t -> t.column("id", bigint()));

        assertThat(notes(diff(one, less))).containsExactly("All values of t.a are lost.");
        assertThat(notes(diff(schema(one), schema()))).containsExactly("All rows of t are lost.");
    }

    @Test
    void whatRowsMayContradictSaysSo() {
        Table plain = a(integer());
        Table unique = table("t", t -> {
            t.column("id", bigint());
            t.column("a", integer());
            t.uniqueConstraint("uq", "a");
        });
        Table checked = table("t", t -> {
            t.column("id", bigint());
            t.column("a", integer());
            t.check("ck", "a > 0");
        });

        assertThat(notes(diff(plain, unique))).containsExactly("This fails if two rows have the same values in uq.");
        assertThat(notes(diff(plain, checked))).containsExactly("This fails if a row contradicts the check.");
    }
}
