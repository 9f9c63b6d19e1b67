package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values are equal if a server cannot distinguish them, in whatever form they were written. */
class EqualityTest {

    private static Column column(ColumnType type, @Nullable Object defaultValue) {
        return new ColumnBuilder("c", type).defaultValue(defaultValue).build();
    }

    private static Table table(Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder("t");
        builder.column("a", integer());
        builder.column("b", integer());
        definition.accept(builder);
        return builder.build();
    }

    @Test
    void defaultsHaveTheCanonicalFormOfTheirType() {
        assertThat(column(bool(), true)).isEqualTo(column(bool(), "1")).isEqualTo(column(bool(), 1));
        assertThat(column(integer(), "007")).isEqualTo(column(integer(), 7L));
        assertThat(column(decimal(8, 2), 1.5)).isEqualTo(column(decimal(8, 2), "1.50"));
        assertThat(column(decimal(8, 2), 1.005)).isEqualTo(column(decimal(8, 2), "1.01"));
        assertThat(column(doublePrecision(), "1e3")).isEqualTo(column(doublePrecision(), 1000));
        assertThat(column(bit(8), new byte[] {5})).isEqualTo(column(bit(8), 5));
        assertThat(column(year(), "2020")).isEqualTo(column(year(), 2020));
        assertThat(column(varchar(9), 5)).isEqualTo(column(varchar(9), "5"));
        assertThat(column(varchar(9), "5 ")).isNotEqualTo(column(varchar(9), "5"));
        assertThat(column(character(9), "5 ")).isEqualTo(column(character(9), "5"));
        assertThat(column(enumeration("A", "b"), "a")).isEqualTo(column(enumeration("A", "b "), "A"));
        assertThat(column(set("x", "y", "z"), "Z,x")).isEqualTo(column(set("x", "y", "z"), "x,z"));
        assertThat(column(binary(3), "A")).isEqualTo(column(binary(3), new byte[] {65, 0, 0}));
        assertThat(column(varbinary(3), "A")).isNotEqualTo(column(varbinary(3), new byte[] {65, 0, 0}));
        assertThat(column(date(), "2020-1-2")).isEqualTo(column(date(), "2020-01-02"));
        assertThat(column(time(2), "-1:2:3.5")).isEqualTo(column(time(2), "-01:02:03.50"));
        assertThat(column(datetime(3), "2020-01-02")).isEqualTo(column(datetime(3), "2020-01-02 00:00:00.000"));
    }

    @Test
    void invalidDefaultsAreUnchanged() {
        assertThat(column(integer(), "x").defaultValue()).isEqualTo(new DefaultValue.Constant(new Literal.Text("x")));
        assertThat(column(date(), "soon").defaultValue())
                .isEqualTo(new DefaultValue.Constant(new Literal.Text("soon")));
        assertThat(column(set("x"), "y,x").defaultValue())
                .isEqualTo(new DefaultValue.Constant(new Literal.Text("y,x")));
        assertThat(column(raw("WONDER"), new BigDecimal("1.50")).defaultValue())
                .isEqualTo(new DefaultValue.Constant(new Literal.Numeric(new BigDecimal("1.50"))));
    }

    @Test
    void equivalentFormsAreEqual() {
        assertThat(column(integer(), null)).isEqualTo(new ColumnBuilder("c", integer()).build());
        assertThat(new ColumnBuilder("c", integer()).comment("").build())
                .isEqualTo(new ColumnBuilder("c", integer()).build());
        assertThat(new ColumnBuilder("c", integer()).autoIncrement().build().isNullable())
                .isFalse();
        assertThat(new ColumnBuilder("c", datetime()).defaultExpression("Now()").build())
                .isEqualTo(new ColumnBuilder("c", datetime())
                        .defaultCurrentTimestamp()
                        .build());
        assertThat(integer().zerofill(5)).isEqualTo(integer().zerofill(5).unsigned());
        assertThat(varchar(9).charset("UTF8").collation("utf8_bin"))
                .isEqualTo(varchar(9).collation("utf8mb3_bin"));
        assertThat(ForeignKey.Rule.parse("no action")).isEqualTo(ForeignKey.Rule.RESTRICT);
    }

    @Test
    void theOrderOfColumnsIsSignificantAndThatOfKeysIsNot() {
        Table one = table(t -> {
            t.index("x", "a");
            t.index("y", "b");
            t.check("k", "a > 0").check("l", "b > 0");
        });
        Table two = table(t -> {
            t.check("l", " b > 0 ").check("k", "a > 0");
            t.index("y", "b");
            t.index("x", "a");
        });
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(table(t -> t.index("x", "a", "b"))).isNotEqualTo(table(t -> t.index("x", "b", "a")));
    }

    @Test
    void theColumnsOfAPrimaryKeyAreNeverNull() {
        assertThat(table(t -> t.primaryKey("A")))
                .isEqualTo(new Table(
                        "t",
                        List.of(
                                new ColumnBuilder("a", integer()).notNull().build(),
                                new ColumnBuilder("b", integer()).build()),
                        List.of(KeyPart.column("A")),
                        List.of(),
                        List.of(),
                        List.of(),
                        TableOptions.NONE,
                        null));
    }

    @Test
    void optionsIgnoreOrderAndCase() {
        Table one = table(t -> t.rowFormat("default")
                .autoIncrement(1)
                .option("stats_persistent", "1")
                .option("CHECKSUM", "1"));
        assertThat(one.options().rowFormat()).isEqualTo("DEFAULT");
        assertThat(one.options().autoIncrement()).isNull();
        assertThat(one.options().others()).isEqualTo(Map.of("CHECKSUM", "1", "STATS_PERSISTENT", "1"));
    }

    @Test
    void schemasAreSortedButTriggersKeepTheOrderInWhichTheyRun() {
        Trigger second = new Trigger("b", "t", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "SET @x = 2");
        Trigger first = new Trigger("a", "t", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "SET @x = 1");
        Table table = table(t -> {});
        Schema schema = Schema.builder()
                .view(new View("v2", "SELECT 2"))
                .view(new View("v1", " SELECT 1 "))
                .trigger(second)
                .trigger(first)
                .table(table)
                .build();
        assertThat(schema.views()).containsExactly(new View("v1", "SELECT 1"), new View("v2", "SELECT 2"));
        assertThat(schema.triggers()).containsExactly(second, first);
        assertThat(schema.table("t")).contains(table);
        assertThat(schema.table("T")).isEmpty();
    }

    @Test
    void contradictionsAreRejected() {
        assertThatThrownBy(() -> varchar(9).charset("latin1").collation("utf8mb4_bin"))
                .hasMessage("Collation utf8mb4_bin does not belong to character set latin1.");
        assertThatThrownBy(() -> new ColumnBuilder("c", integer())
                        .generatedAs("a + 1")
                        .defaultValue(1)
                        .build())
                .hasMessageContaining("Column c is generated as a + 1");
        assertThatThrownBy(() -> table(t -> t.index("x", "a").parser("ngram")))
                .hasMessageContaining("is not a full-text index");
        assertThatThrownBy(() -> table(t -> {
                    t.index("x", "a");
                    t.index("X", "b");
                }))
                .hasMessage("Table t has two indexes named X.");
        assertThatThrownBy(() -> set("a,b")).hasMessageContaining("contains a comma");
    }
}
