package dev.migrate.diff;

import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.schema;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
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

/** Which dropped and added objects are similar enough to be renames. */
class RenameSearchTest {

    private static Table columns(String table, String... names) {
        return table(table, t -> List.of(names).forEach(name -> t.column(name, integer())));
    }

    private static List<String> renames(List<Table> from, List<Table> to) {
        return diff(schema(from.toArray(Table[]::new)), schema(to.toArray(Table[]::new))).probableRenames().stream()
                .map(rename ->
                        (rename.table() == null ? "" : rename.table() + ".") + rename.from() + " to " + rename.to())
                .toList();
    }

    @Test
    void tablesThatShareThreeFifthsOfTheirColumnsMayBeARename() {
        assertThat(renames(List.of(columns("t", "a", "b", "c", "d")), List.of(columns("u", "a", "b", "c", "x"))))
                .containsExactly("t to u");
        assertThat(renames(List.of(columns("t", "a", "b", "d")), List.of(columns("u", "a", "b", "x"))))
                .isEmpty();
        assertThat(diff(schema(columns("t", "a", "b", "c", "d")), schema(columns("u", "a", "b", "c", "x")))
                        .probableRenames()
                        .get(0)
                        .why())
                .startsWith("3 of 5 columns");
    }

    @Test
    void columnsOfAnotherTypeAreNotShared() {
        Table longer = table("u", t -> {
            t.column("a", bigint());
            t.column("b", bigint());
        });

        assertThat(renames(List.of(columns("t", "a", "b")), List.of(longer))).isEmpty();
    }

    @Test
    void theEncodingIsIgnored() {
        Table from = table("t", t -> t.column("a", varchar(9)));
        Table to = table("u", t -> t.column("a", varchar(9).charset("latin1")));

        assertThat(renames(List.of(from), List.of(to))).containsExactly("t to u");
    }

    @Test
    void theBestPairOfTablesComesFirstAndEachIsUsedOnce() {
        Table t1 = columns("t1", "a", "b", "c", "d");
        Table t2 = columns("t2", "a", "b", "c", "d", "e");
        Table u1 = columns("u1", "a", "b", "c", "d", "e");
        Table u2 = columns("u2", "a", "b", "c", "d");

        assertThat(renames(List.of(t1, t2), List.of(u1, u2))).containsExactly("t1 to u2", "t2 to u1");
        assertThat(renames(List.of(t1), List.of(u1, u2))).containsExactly("t1 to u2");
    }

    @Test
    void equallySimilarTablesArePairedByName() {
        assertThat(renames(
                        List.of(columns("t2", "a"), columns("t1", "a")),
                        List.of(columns("u2", "a"), columns("u1", "a"))))
                .containsExactly("t1 to u1", "t2 to u2");
    }

    private static Table with(String column, ColumnType type, Consumer<ColumnBuilder> more) {
        return table("t", t -> {
            t.column("id", bigint());
            more.accept(t.column(column, type));
        });
    }

    static Stream<Arguments> oneDifference() {
        return Stream.of(
                arguments("NULL", integer(), more(ColumnBuilder::notNull)),
                arguments("default", integer(), more(c -> c.defaultValue(5))),
                arguments("ON UPDATE", datetime(), more(ColumnBuilder::onUpdateCurrentTimestamp)),
                arguments("comment", integer(), more(c -> c.comment("x"))));
    }

    private static Consumer<ColumnBuilder> more(Consumer<ColumnBuilder> more) {
        return more;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneDifference")
    void columnsWithOneDifferenceMayBeARename(String what, ColumnType type, Consumer<ColumnBuilder> more) {
        Table from = with("old", type, c -> {});

        SchemaDiff diff = diff(from, with("new", type, more));

        assertThat(diff.probableRenames())
                .singleElement()
                .satisfies(rename -> assertThat(rename.why()).contains("one other attribute differs", "same position"));
    }

    @Test
    void columnsWithTwoDifferencesAreNoRename() {
        assertThat(renames(
                        List.of(with("old", integer(), c -> {})),
                        List.of(with("new", integer(), c -> c.notNull().comment("x")))))
                .isEmpty();
        assertThat(renames(
                        List.of(with("old", integer(), c -> {})),
                        List.of(with("new", integer(), c -> c.notNull().defaultValue(5)))))
                .isEmpty();
        assertThat(renames(
                        List.of(with("old", datetime(), c -> {})),
                        List.of(with("new", datetime(), c -> c.comment("x").onUpdateCurrentTimestamp()))))
                .isEmpty();
        assertThat(renames(
                        List.of(with("old", datetime(), c -> {})),
                        List.of(with("new", datetime(), c -> c.notNull().onUpdateCurrentTimestamp()))))
                .isEmpty();
    }

    @Test
    void aColumnAtAnotherPositionMayBeARenameOnlyIfOtherwiseEqual() {
        Table from = columns("t", "old", "a");
        Table moved = columns("t", "a", "new");
        Table movedAndChanged = table("t", t -> {
            t.column("a", integer());
            t.column("new", integer()).notNull();
        });

        assertThat(diff(from, moved).probableRenames())
                .singleElement()
                .satisfies(rename ->
                        assertThat(rename.why()).contains("same attributes").doesNotContain("same position"));
        assertThat(renames(List.of(from), List.of(movedAndChanged))).isEmpty();
    }

    @Test
    void theNearestColumnComesFirst() {
        Table from = columns("t", "id", "old1", "old2");
        Table to = columns("t", "id", "new2", "new1");

        assertThat(renames(List.of(from), List.of(to))).containsExactly("t.old1 to new2", "t.old2 to new1");
    }

    @Test
    void fewerDifferencesPrecedeTheDistance() {
        Table from = table("t", t -> {
            t.column("id", bigint());
            t.column("old", integer());
        });
        Table to = table("t", t -> {
            t.column("id", bigint());
            t.column("new1", integer()).comment("x");
            t.column("new2", integer());
        });

        assertThat(renames(List.of(from), List.of(to))).containsExactly("t.old to new2");
    }

    @Test
    void generatedColumnsAreNeverRenamed() {
        Table from = table("t", t -> {
            t.column("id", bigint());
            t.column("old", integer()).generatedAs("id + 1");
        });

        assertThat(renames(List.of(from), List.of(with("new", integer(), c -> {}))))
                .isEmpty();
        assertThat(renames(List.of(with("new", integer(), c -> {})), List.of(from)))
                .isEmpty();
    }

    @Test
    void keptColumnsAreNotRenamed() {
        assertThat(renames(List.of(columns("t", "a", "b")), List.of(columns("t", "a", "b", "c"))))
                .isEmpty();
        assertThat(renames(List.of(columns("t", "a", "b", "c")), List.of(columns("t", "a", "b"))))
                .isEmpty();
    }

    @Test
    void theNoteNamesTheRenameInJava() {
        assertThat(new ProbableRename(null, "t", "u", "they are alike").note())
                .contains("table t to u", "they are alike", "Renames.table(\"t\", \"u\")");
        assertThat(new ProbableRename("t", "a", "b", "they are alike").note())
                .contains("column t.a to b", "they are alike", "Renames.column(\"t\", \"a\", \"b\")");
    }
}
