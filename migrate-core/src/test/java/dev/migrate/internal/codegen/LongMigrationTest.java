package dev.migrate.internal.codegen;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SourceException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Migrations that are too long for one method or one class are split. */
@Tag("slow")
@Tag("jdk")
class LongMigrationTest {

    @Test
    void aThousandTablesCompile() {
        List<Operation> tables = Operations.recordedBy(op -> {
            for (int i = 0; i < 1000; i++) {
                String table = "table_" + i;
                op.createTable(table, t -> {
                    t.column("id", integer()).notNull().autoIncrement();
                    for (int k = 0; k < 20; k++) {
                        // No name and no comment twice: each is a separate constant.
                        t.column(table + "_" + k, varchar(20)).comment("what " + table + " says of " + k);
                    }
                    t.primaryKey("id");
                });
                op.createIndex(table, "ix_" + i, table + "_1");
            }
        });

        String source = SourceRoundTrip.source(tables, List.of());

        assertThat(source).contains("Part1.table0(op);", "private static final class Part2 {", ".table999(op);");
        SourceRoundTrip.check(tables);
    }

    @Test
    void manyChangesOfOneTableCompile() {
        List<Operation> columns = Operations.recordedBy(op -> {
            for (int i = 0; i < 5000; i++) {
                op.addColumn("class", "c" + i, integer());
            }
        });

        SourceRoundTrip.check(columns);
    }

    @Test
    void methodsHaveUniqueNames() {
        List<Operation> operations = Operations.recordedBy(op -> {
            for (String table : List.of("text", "new", "up", "varchar", "日本", "a-b", "a_b", "1st", "var")) {
                op.createTable(table, t -> {
                    for (int i = 0; i < 50; i++) {
                        t.column("c" + i, varchar(9));
                    }
                });
            }
        });

        SourceRoundTrip.check(operations);
        assertThat(SourceRoundTrip.source(operations, List.of()))
                .contains(" aB(op);", " aB2(op);", " tableNew(op);", " table(op);", " text2(op);", " up2(op);");
    }

    @Test
    void longStringsAreSplit() {
        String text = "SELECT '" + "é".repeat(70_000) + "'";
        String script = "DO 1;\n".repeat(30_000);

        SourceRoundTrip.check(Operations.recordedBy(op -> {
            op.execute(text);
            op.scriptText(script);
            op.createView("v", text);
        }));
    }

    @Test
    void manyRowsCompile() {
        SourceRoundTrip.check(rows(1600));
    }

    @Test
    void tooManyRowsAreRejected() {
        assertThatThrownBy(() -> SourceRoundTrip.source(rows(5000), List.of()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("insert 5000 rows into t")
                .hasMessageContaining("cannot contain so many rows");
    }

    private static List<Operation> rows(int count) {
        return Operations.recordedBy(op -> op.insert("t", rows -> {
            rows.columns("a", "b");
            for (int i = 0; i < count; i++) {
                rows.values(i, new BigDecimal(i + "E-9"));
            }
        }));
    }
}
