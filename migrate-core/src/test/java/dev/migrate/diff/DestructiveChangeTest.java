package dev.migrate.diff;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DestructiveChangeTest {

    private static List<String> risks(Consumer<Operations> recorded) {
        List<Operation> operations = Operations.recordedBy(recorded);
        return operations.stream()
                .flatMap(operation -> DestructiveChange.of(operation).stream())
                .toList();
    }

    @Test
    void dropsOfTablesAndColumnsLoseTheirData() {
        assertThat(risks(op -> op.dropTable("author"))).containsExactly("All rows of author are lost.");
        assertThat(risks(op -> op.dropColumn("author", "name"))).containsExactly("All values of author.name are lost.");
        assertThat(risks(op -> op.table("author", table -> {
                    table.addColumn("age", integer());
                    table.dropColumn("name");
                })))
                .containsExactly("All values of author.name are lost.");
    }

    @Test
    void handwrittenSqlMayLoseData() {
        assertThat(risks(op -> op.execute("DELETE FROM author WHERE id = 1")))
                .containsExactly("Data may be lost: execute DELETE FROM author WHERE id = 1.");
        assertThat(risks(op -> op.execute("alter table author drop column name")))
                .hasSize(1);
        assertThat(risks(op -> op.execute("ALTER TABLE author DROP name"))).hasSize(1);
        assertThat(risks(op -> op.execute("UPDATE author SET deleted = 1"))).isEmpty();
        assertThat(risks(op -> op.execute("DROP VIEW authors"))).isEmpty();
        assertThat(risks(op ->
                        op.execute("ALTER TABLE book ADD FOREIGN KEY (a) REFERENCES author (id) ON DELETE CASCADE,"
                                + " DROP KEY a")))
                .isEmpty();
    }

    @Test
    void otherOperationsKeepAllRows() {
        assertThat(risks(op -> {
                    op.addColumn("author", "age", integer());
                    op.dropIndex("author", "ix_author_age");
                    op.renameTable("author", "writer");
                }))
                .isEmpty();
    }
}
