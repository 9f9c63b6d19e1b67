package dev.migrate.internal.mysql.canonical;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varbinary;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.provider.DatabaseProviders;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Index;
import dev.migrate.schema.Index.Algorithm;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Target tables and their canonical forms. */
class CanonicalFormTest {

    @Test
    void omitsDefaultsOfTheServer() {
        Table form = form("9.7.4", t -> {
            t.engine("innodb").charset("utf8mb4").rowFormat("default").autoIncrement(7);
            t.column("a", varchar(9).charset("utf8mb4"));
            t.column("b", varchar(9).collation("utf8mb4_0900_ai_ci"));
        });

        assertThat(form.options()).isEqualTo(TableOptions.NONE);
        assertThat(form.columns()).extracting(Column::type).containsOnly(varchar(9));
    }

    @Test
    void omitsTheDefaultCollationOfACharacterSet() {
        Table form = form("9.7.4", t -> {
            t.collation("latin1_swedish_ci");
            t.column("a", varchar(9).collation("latin1_swedish_ci"));
            t.column("b", varchar(9).collation("utf8mb4_0900_ai_ci"));
            t.column("c", text().collation("latin1_bin"));
        });

        assertThat(form.options().encoding()).isEqualTo(new Encoding("latin1", null));
        assertThat(form.columns())
                .extracting(Column::type)
                .containsExactly(varchar(9), varchar(9).charset("utf8mb4"), text().collation("latin1_bin"));
    }

    @Test
    void convertsTheBinaryCharacterSetToBinaryTypes() {
        Table form = form("9.7.4", t -> t.column("a", varchar(9).charset("binary")));

        assertThat(form.columns().get(0).type()).isEqualTo(varbinary(9));
    }

    @Test
    void convertsColumnChecksOnMySqlAndKeepsThemOnMariaDb() {
        Consumer<TableBuilder> checked = t -> {
            t.column("a", integer()).check("(a > 0)");
            t.column("b", integer());
            t.column("c", integer()).check("c > 0");
        };

        assertThat(form("9.7.4", checked).checks())
                .containsExactly(new Check("t_chk_1", "a > 0"), new Check("t_chk_2", "c > 0"));
        assertThat(form("11.4.5-MariaDB", checked).checks()).isEmpty();
        assertThat(form("11.4.5-MariaDB", checked).columns().get(0).check()).isEqualTo("a > 0");
    }

    @Test
    void omitsOnlyIndexesThatTheServerCreatesForForeignKeys() {
        Table form = form("9.7.4", t -> {
            t.column("a", integer());
            t.column("b", integer());
            t.foreignKey("fk", "a").references("p", "id");
            t.index("fk", "a");
            t.index("other", "b");
        });
        Table served = form("9.7.4", t -> {
            t.column("a", integer());
            t.foreignKey("fk", "a").references("p", "id");
            t.index("fk", "a");
            t.index("other", "a");
        });
        Table commented = form("9.7.4", t -> {
            t.column("a", integer());
            t.foreignKey("fk", "a").references("p", "id");
            t.index("fk", "a").comment("ours");
        });

        assertThat(form.indexes()).containsExactly(Index.of("other", "b"));
        assertThat(served.indexes()).hasSize(2);
        assertThat(commented.indexes()).hasSize(1);
    }

    @Test
    void keepsAnAlgorithmOnlyIfThereIsAChoice() {
        Consumer<TableBuilder> trees = t -> {
            t.column("a", integer());
            t.index("i", "a").using(Algorithm.BTREE);
        };

        assertThat(form("9.7.4", trees).indexes()).containsExactly(Index.of("i", "a"));
        assertThat(form("9.7.4", trees.andThen(t -> t.engine("MEMORY"))).indexes())
                .extracting(Index::algorithm)
                .containsExactly(Algorithm.BTREE);
    }

    @Test
    void writesTheNamesOfEnginesLikeTheServer() {
        assertThat(engine("myisam")).isEqualTo("MyISAM");
        assertThat(engine("heap")).isEqualTo("MEMORY");
    }

    @Test
    void doesNotChangeACanonicalSchema() {
        CanonicalForm form = new CanonicalForm(facts("9.7.4"));
        Schema once = form.of(Schema.builder()
                .table(
                        "t",
                        t -> t.column("a", varchar(9).collation("latin1_bin"))
                                .defaultExpression("((concat(_utf8mb4'a','b')))"))
                .build());

        assertThat(form.of(once)).isEqualTo(once);
    }

    private static Table form(String version, Consumer<TableBuilder> definition) {
        TableBuilder table = new TableBuilder("t");
        definition.accept(table);
        return new CanonicalForm(facts(version)).of(table.build());
    }

    private static @Nullable String engine(String name) {
        return form("9.7.4", t -> t.engine(name).column("a", integer()))
                .options()
                .engine();
    }

    private static ServerFacts facts(String version) {
        return new ServerFacts(
                DatabaseProviders.serverVersion(version),
                "app",
                "InnoDB",
                "utf8mb4_0900_ai_ci",
                Map.of("utf8mb4", "utf8mb4_0900_ai_ci", "latin1", "latin1_swedish_ci", "binary", "binary"));
    }
}
