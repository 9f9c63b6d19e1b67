package dev.migrate.internal.codegen;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.TableOptions;
import org.junit.jupiter.api.Test;

class ChangedAttributesTest {

    @Test
    void onlyChangedAttributesOfAColumnAreListed() {
        assertThat(ChangedAttributes.of(
                        new AlterColumn("t", "c", ColumnChange.ofNullability(false), ColumnChange.ofNullability(true))))
                .containsExactly("from nullable()", "to notNull()");
    }

    @Test
    void aDefinitionIsListedCompletely() {
        Column before = new ColumnBuilder("c", integer()).build();
        Column after = new ColumnBuilder("c", varchar(20)).build();

        assertThat(ChangedAttributes.of(new RedefineColumn("t", "c", after, null, before, null)))
                .containsExactly("from type(integer())", "to type(varchar(20))");
    }

    @Test
    void optionsAreListed() {
        assertThat(ChangedAttributes.of(
                        new ChangeTableOptions("t", TableOptions.NONE.withEngine("InnoDB"), TableOptions.NONE)))
                .containsExactly("from the default", "to engine(\"InnoDB\")");
    }

    @Test
    void otherOperationsReplaceNothing() {
        assertThat(ChangedAttributes.of(new AlterColumn("t", "c", ColumnChange.ofNullability(false), null)))
                .isEmpty();
        assertThat(ChangedAttributes.of(new DropTable("t", null))).isEmpty();
    }
}
