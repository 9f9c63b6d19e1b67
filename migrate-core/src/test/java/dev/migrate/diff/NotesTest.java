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

/** Every change that can lose data or fail has a note; harmless changes have none. */
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
    void wideningChangesHaveNoNotes() {
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
    void narrowingChangesHaveNotes() {
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
                .contains("rounded to 2 decimal");
        assertThat(between(varchar(30), varchar(20))).singleElement().asString().contains("longer");
        assertThat(between(longtext(), varchar(20))).singleElement().asString().contains("longer");
        assertThat(between(doublePrecision(), singlePrecision()))
                .singleElement()
                .asString()
                .contains("rounded");
        assertThat(between(datetime(6), datetime())).singleElement().asString().contains("Fractional seconds");
        assertThat(between(datetime(), date())).singleElement().asString().contains("are lost");
        assertThat(between(blob(), varbinary(20))).singleElement().asString().contains("does not fit");
        assertThat(between(enumeration("a", "b", "c"), enumeration("b")))
                .singleElement()
                .asString()
                .contains("removed member: a, c");
        assertThat(between(varchar(20), integer())).singleElement().asString().contains("another kind");
    }

    @Test
    void aSmallerCharacterSetHasANote() {
        assertThat(between(varchar(20), varchar(20).charset("latin1")))
                .singleElement()
                .asString()
                .contains("characters that latin1 does not support");
        assertThat(between(varchar(20).charset("latin1"), varchar(20)))
                .singleElement()
                .asString()
                .contains("compared in another way");
    }

    @Test
    void aNotNullChangeSuggestsABackFill() {
        assertThat(notes(diff(a(integer()), a(integer(), ColumnBuilder::notNull))))
                .containsExactly("This fails if a row has no value in t.a. Fill it first, for example with"
                        + " op.execute(\"UPDATE `t` SET `a` = ... WHERE `a` IS NULL\");");
    }

    @Test
    void aNewNotNullColumnIsAddedInTwoSteps() {
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
    void dropsNoteTheDataLoss() {
        Table one = a(integer());
        Table less = table("t", t -> t.column("id", bigint()));

        assertThat(notes(diff(one, less))).containsExactly("All values of t.a are lost.");
        assertThat(notes(diff(schema(one), schema()))).containsExactly("All rows of t are lost.");
    }

    @Test
    void newConstraintsHaveNotes() {
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
        assertThat(notes(diff(plain, checked))).containsExactly("This fails if a row violates the check.");
    }
}
