package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that an author left out. */
class NamingConventionTest {

    private static final NamingConvention NAMES = new DefaultNames();

    @Test
    void saysWhatItIsAndOfWhat() {
        assertThat(NAMES.index("users", List.of("name", "born"))).isEqualTo("ix_users_name_born");
        assertThat(NAMES.uniqueConstraint("users", List.of("email"))).isEqualTo("uq_users_email");
        assertThat(NAMES.foreignKey("orders", List.of("user_id"), "users")).isEqualTo("fk_orders_user_id_users");
        assertThat(NAMES.check("users", "age > 3")).isEqualTo("ck_users_501d7de0");
    }

    @Test
    void cutsLongNamesAndStillTellsThemApart() {
        String longest = "a".repeat(61);
        String one = NAMES.index(longest, List.of("x"));
        String other = NAMES.index(longest, List.of("y"));

        assertThat(one).hasSize(64).isNotEqualTo(other).isEqualTo(NAMES.index(longest, List.of("x")));
        assertThat(NAMES.index("😀".repeat(40), List.of("x")).codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void aNameIsTheSameWhereItIsDropped() {
        assertThat(Operations.recordedBy(op -> op.invert(up -> {
                    up.createIndex("t", List.of("a"));
                    up.addForeignKey("t", List.of("a"), fk -> fk.references("p", "id"));
                    up.addCheck("t", "a > 3");
                })))
                .extracting(Operation::description)
                .containsExactly(
                        "drop check " + NAMES.check("t", "a > 3") + " on t",
                        "drop foreign key fk_t_a_p on t",
                        "drop index ix_t_a on t");
        assertThat(Operations.recordedBy(op -> op.dropIndex("t", List.of("a"))))
                .extracting(Operation::description)
                .containsExactly("drop index ix_t_a on t");
    }

    @Test
    void anotherConventionTakesItsPlace() {
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
        assertThat(Operations.recordedBy(ours, op -> op.alterTable("t", t -> t.addUniqueConstraint(List.of("a")))))
                .first()
                .extracting(
                        operation -> ((AlterTable) operation).changes().get(0).description())
                .isEqualTo("create index unq on t");
    }
}
