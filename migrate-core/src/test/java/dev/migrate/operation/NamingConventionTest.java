package dev.migrate.operation;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that migrations omit. */
class NamingConventionTest {

    private static final NamingConvention NAMES = new DefaultNames();

    @Test
    void namesConsistOfPrefixTableAndColumns() {
        assertThat(NAMES.index("users", List.of("name", "born"))).isEqualTo("ix_users_name_born");
        assertThat(NAMES.uniqueConstraint("users", List.of("email"))).isEqualTo("uq_users_email");
        assertThat(NAMES.foreignKey("orders", List.of("user_id"), "users")).isEqualTo("fk_orders_user_id_users");
        assertThat(NAMES.check("users", "age > 3")).isEqualTo("ck_users_501d7de0");
    }

    @Test
    void truncatesLongNamesAndKeepsThemUnique() {
        String longest = "a".repeat(61);
        String one = NAMES.index(longest, List.of("x"));
        String other = NAMES.index(longest, List.of("y"));

        assertThat(one).hasSize(64).isNotEqualTo(other).isEqualTo(NAMES.index(longest, List.of("x")));
        assertThat(NAMES.index("😀".repeat(40), List.of("x")).codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void dropsUseTheSameNames() {
        assertThat(Operations.recordedBy(op -> op.invert(up -> {
                    up.table("t", t -> t.createIndexOn("a"));
                    up.table("t", t -> t.addForeignKeyOn(List.of("a"), fk -> fk.references("p", "id")));
                    up.table("t", t -> t.addUnnamedCheck("a > 3"));
                })))
                .extracting(Operation::description)
                .containsExactly(
                        "drop check " + NAMES.check("t", "a > 3") + " on t",
                        "drop foreign key fk_t_a_p on t",
                        "drop index ix_t_a on t");
        assertThat(Operations.recordedBy(op -> op.table("t", t -> t.dropIndexOn("a"))))
                .extracting(Operation::description)
                .containsExactly("drop index ix_t_a on t");
    }

    @Test
    void newAndExistingTablesUseTheSameNames() {
        List<Operation> recorded = Operations.recordedBy(op -> {
            op.createTable("t", NamingConventionTest::unnamed);
            op.dropTable("t", NamingConventionTest::unnamed);
            op.table("t", t -> t.createIndexOn("a", "b"));
            op.table("t", t -> t.addUniqueConstraintOn("a"));
            op.table("t", t -> t.addForeignKeyOn(List.of("a"), fk -> fk.references("p", "id")));
            op.table("t", t -> t.addUnnamedCheck("a > 3"));
        });
        Table table = ((CreateTable) recorded.get(0)).table();

        assertThat(table.index("ix_t_a_b").map(Index::columns)).contains(List.of("a", "b"));
        assertThat(recorded.subList(2, 6))
                .containsExactly(
                        new CreateIndex("t", table.indexes().get(0)),
                        new CreateIndex("t", table.indexes().get(1)),
                        new AddForeignKey("t", table.foreignKeys().get(0)),
                        new AddCheck("t", table.checks().get(0)));
        assertThat(recorded.get(1)).isEqualTo(new DropTable("t", table));
    }

    private static void unnamed(TableBuilder t) {
        t.column("a", integer());
        t.column("b", integer());
        t.indexOn("a").column("b");
        t.uniqueConstraintOn("a");
        t.foreignKeyOn("a").references("p", "id");
        t.unnamedCheck("a > 3");
    }

    @Test
    void rejectsObjectsThatCannotBeNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operations.recordedBy(op -> op.createTable("t", t -> {
                    t.column("a", integer());
                    t.indexOn().expression("a + 1");
                })))
                .withMessage("An index of table t contains an expression, so its name cannot be derived; set a name.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unnamed(new TableBuilder("t")))
                .withMessage("The check (a > 3) of table t has no name, and no naming convention is set.");
    }

    @Test
    void aCustomConventionIsUsed() {
        NamingConvention ours = new NamingConvention() {
            @Override
            public String index(String table, List<String> columns) {
                return "idx";
            }

            @Override
            public String uniqueConstraint(String table, List<String> columns) {
                return "unq";
            }

            @Override
            public String foreignKey(String table, List<String> columns, String referencedTable) {
                return "ref";
            }

            @Override
            public String check(String table, String expression) {
                return "chk";
            }
        };
        assertThat(Operations.recordedBy(ours, op -> op.table("t", t -> t.addUniqueConstraintOn("a"))))
                .extracting(Operation::description)
                .containsExactly("create index unq on t");
        assertThat(Operations.recordedBy(ours, op -> op.createTable("t", NamingConventionTest::unnamed)))
                .extracting(operation -> ((CreateTable) operation).table())
                .allSatisfy(table -> {
                    assertThat(table.indexes()).extracting(Index::name).containsExactly("idx", "unq");
                    assertThat(table.foreignKeys()).extracting(ForeignKey::name).containsExactly("ref");
                    assertThat(table.checks()).extracting(Check::name).containsExactly("chk");
                });
    }
}
