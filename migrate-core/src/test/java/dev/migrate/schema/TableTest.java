package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {

    private static Table table(String name, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(name);
        builder.column("a", integer()).notNull();
        builder.column("b", varchar(9));
        definition.accept(builder);
        return builder.build();
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                different("the name", table("u", t -> {})),
                different("a column", table("t", t -> t.column("c", json()))),
                different("the primary key", table("t", t -> t.primaryKey("a"))),
                different("an index", table("t", t -> t.index("ix", "a"))),
                different(
                        "a foreign key", table("t", t -> t.foreignKey("fk", "a").references("o", "id"))),
                different("a check", table("t", t -> t.check("ck", "a > 0"))),
                different("an option", table("t", t -> t.comment("words"))),
                different("the partitioning", table("t", t -> t.partitionedBy("HASH (a)"))));
    }

    private static Arguments different(String what, Table other) {
        return arguments(what, other);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void tablesThatDifferInOnePartAreNotEqual(String what, Table other) {
        Table table = table("t", t -> {});

        assertThat(other).isNotEqualTo(table);
        assertThat(table).isNotEqualTo(other);
    }

    @Test
    void aTableIsEqualToItselfAndToNothingOfAnotherType() {
        Table table = table("t", t -> {});

        assertThat(table.equals(table)).isTrue();
        assertThat(table.equals(null)).isFalse();
        assertThat(table).isNotEqualTo("t");
    }

    @Test
    void hashCodesDifferForMostTables() {
        Set<Integer> hashCodes = Set.of(
                table("t", t -> {}).hashCode(),
                table("u", t -> {}).hashCode(),
                table("t", t -> t.primaryKey("a")).hashCode());

        assertThat(hashCodes).hasSize(3);
    }

    @Test
    void columnsAndIndexesAreFoundInAnyCase() {
        Table table = table("t", t -> t.index("Ix", "a"));

        assertThat(table.column("A"))
                .contains(new ColumnBuilder("a", integer()).notNull().build());
        assertThat(table.column("c")).isEmpty();
        assertThat(table.index("iX")).contains(Index.of("Ix", "a"));
        assertThat(table.index("iy")).isEmpty();
    }

    @Test
    void onlyTheColumnsOfThePrimaryKeyBecomeNotNull() {
        Table table = table("t", t -> {
            t.column("c", integer());
            t.primaryKey("B");
        });

        assertThat(table.columns()).extracting(Column::isNullable).containsExactly(false, false, true);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                contradiction("columns A", t -> t.column("A", json())),
                contradiction("The primary key of table t", t -> t.primaryKey("a", "zz")),
                contradiction("Index ix of table t", t -> t.index("ix", "zz")),
                contradiction(
                        "Foreign key fk of table t",
                        t -> t.foreignKey("fk", "zz").references("o", "id")),
                contradiction("indexes named IX", t -> {
                    t.index("ix", "a");
                    t.index("IX", "b");
                }),
                contradiction("foreign keys named FK", t -> {
                    t.foreignKey("fk", "a").references("o", "id");
                    t.foreignKey("FK", "b").references("o", "id");
                }),
                contradiction("checks named CK", t -> t.check("ck", "a > 0").check("CK", "a > 1")),
                contradiction("partitioning of table t", t -> t.partitionedBy(" ")));
    }

    private static Arguments contradiction(String message, Consumer<TableBuilder> definition) {
        return arguments(message, definition);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void aDefinitionThatNoServerAcceptsIsRejected(String message, Consumer<TableBuilder> definition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("t", definition))
                .withMessageContaining(message);
    }

    @Test
    void anIndexAForeignKeyAndACheckMayShareAName() {
        Table table = table("t", t -> {
            t.index("x", "a");
            t.foreignKey("x", "a").references("o", "id");
            t.check("x", "a > 0");
        });

        assertThat(table.index("x")).isPresent();
        assertThat(table.foreignKeys()).hasSize(1);
        assertThat(table.checks()).hasSize(1);
    }

    @Test
    void aTableHasANameAndAColumn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TableBuilder(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableBuilder("t").build())
                .withMessageContaining("Table t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(
                        "",
                        List.of(new ColumnBuilder("a", integer()).build()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        TableOptions.NONE,
                        null))
                .withMessageContaining("a table");
    }
}
