package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnBuilderTest {

    private static final DefaultValue SEVEN = new DefaultValue.Constant(Literal.of(7));

    @Test
    void aNewColumnIsNullableAndHasNoOtherAttributes() {
        assertThat(new ColumnBuilder("c", integer()).build())
                .isEqualTo(new Column("c", integer(), true, null, false, false, null, false, null, null, List.of()));
    }

    @Test
    void everyAttributeIsKept() {
        Column column = new ColumnBuilder("c", integer())
                .name("d")
                .type(timestamp())
                .notNull()
                .defaultCurrentTimestamp()
                .onUpdateCurrentTimestamp()
                .invisible()
                .check(" d > 0 ")
                .comment("when")
                .attribute(" STORAGE DISK ")
                .attribute("COLUMN_FORMAT FIXED")
                .build();

        assertThat(column)
                .isEqualTo(new Column(
                        "d",
                        timestamp(),
                        false,
                        new DefaultValue.CurrentTimestamp(),
                        true,
                        false,
                        null,
                        true,
                        "d > 0",
                        "when",
                        List.of("STORAGE DISK", "COLUMN_FORMAT FIXED")));
    }

    @Test
    void theBuilderOfAColumnBuildsTheSameColumn() {
        Column updated = new ColumnBuilder("c", timestamp())
                .notNull()
                .defaultCurrentTimestamp()
                .onUpdateCurrentTimestamp()
                .invisible()
                .check("c > 0")
                .comment("when")
                .attribute("STORAGE DISK")
                .build();
        Column counted =
                new ColumnBuilder("id", bigint()).notNull().autoIncrement().build();
        Column generated =
                new ColumnBuilder("g", integer()).generatedAs("a + 1").stored().build();

        for (Column column : List.of(updated, counted, generated)) {
            assertThat(column.toBuilder().build()).isEqualTo(column);
        }
    }

    @Test
    void attributesCanBeRemoved() {
        assertThat(new ColumnBuilder("c", integer())
                        .notNull()
                        .nullable()
                        .defaultValue(7)
                        .noDefault()
                        .invisible()
                        .visible()
                        .check("c > 0")
                        .noCheck()
                        .comment("old")
                        .comment("")
                        .build())
                .isEqualTo(new ColumnBuilder("c", integer()).build());
    }

    @Test
    void theLastDefaultIsUsed() {
        assertThat(new ColumnBuilder("c", integer())
                        .defaultExpression("1 + 1")
                        .defaultValue(7)
                        .build()
                        .defaultValue())
                .isEqualTo(SEVEN);
        assertThat(new ColumnBuilder("c", integer())
                        .defaultValue(7)
                        .defaultExpression("1 + 1")
                        .build()
                        .defaultValue())
                .isEqualTo(new DefaultValue.Expression("1 + 1"));
    }

    @Test
    void aGeneratedColumnIsVirtualUnlessStored() {
        assertThat(new ColumnBuilder("c", integer())
                        .generatedAs(" a + 1 ")
                        .build()
                        .generation())
                .isEqualTo(new Generation("a + 1", Generation.Storage.VIRTUAL));
        assertThat(new ColumnBuilder("c", integer())
                        .generatedAs("a + 1")
                        .stored()
                        .build()
                        .generation())
                .isEqualTo(new Generation("a + 1", Generation.Storage.STORED));
        assertThatIllegalStateException()
                .isThrownBy(() -> new ColumnBuilder("c", integer()).stored())
                .withMessageContaining("Column c is stored");
    }

    @Test
    void anAutoIncrementColumnIsNeverNull() {
        Column column = new ColumnBuilder("id", bigint()).autoIncrement().build();

        assertThat(column.isAutoIncrement()).isTrue();
        assertThat(column.isNullable()).isFalse();
    }

    @Test
    void aGeneratedColumnHasNoOtherSourceOfItsValue() {
        assertThat(List.of(
                        new ColumnBuilder("c", timestamp()).generatedAs("a").defaultCurrentTimestamp(),
                        new ColumnBuilder("c", timestamp()).generatedAs("a").onUpdateCurrentTimestamp(),
                        new ColumnBuilder("c", integer()).generatedAs("a").autoIncrement()))
                .allSatisfy(builder -> assertThatIllegalArgumentException()
                        .isThrownBy(builder::build)
                        .withMessageContaining("Column c is generated as a"));
    }

    @Test
    void anAutoIncrementColumnHasNoDefault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnBuilder("c", integer())
                        .autoIncrement()
                        .defaultValue(7)
                        .build())
                .withMessageContaining("Column c");
    }

    @Test
    void namesAndSqlAreNeverEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnBuilder(" ", integer()))
                .withMessageContaining("a column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnBuilder("c", integer()).name(""))
                .withMessageContaining("a column");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Column("", integer(), true, null, false, false, null, false, null, null, List.of()))
                .withMessageContaining("a column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnBuilder("c", integer()).check(" ").build())
                .withMessageContaining("check of column c");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ColumnBuilder("c", integer()).attribute(" ").build())
                .withMessageContaining("attribute of column c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnBuilder("c", integer()).defaultExpression(" "))
                .withMessageContaining("default expression");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnBuilder("c", integer()).generatedAs(" "))
                .withMessageContaining("expression of a generated column");
    }
}
