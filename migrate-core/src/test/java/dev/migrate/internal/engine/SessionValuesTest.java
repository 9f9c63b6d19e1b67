package dev.migrate.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which statements are resumed together, and which steps are refused. */
class SessionValuesTest {

    private static final PlannedStatement DDL = statement("ddl", Effect.IMPLICIT_COMMIT, Set.of(), Set.of());
    private static final PlannedStatement ROWS = statement("rows", Effect.TRANSACTIONAL, Set.of(), Set.of());
    private static final PlannedStatement CALL =
            statement("call", Effect.MAY_COMMIT, Set.of(), Set.of(), Trait.ASSIGNS_ANYTHING);
    private static final PlannedStatement BEGIN =
            statement("begin", Effect.IMPLICIT_COMMIT, Set.of(), Set.of("a transaction"), Trait.BEGINS_TRANSACTION);
    private static final PlannedStatement CONSTANT = statement("constant", Effect.SESSION_ONLY, Set.of(), Set.of("@a"));
    private static final PlannedStatement COMPUTED =
            statement("computed", Effect.TRANSACTIONAL, Set.of(), Set.of("@a"));
    private static final PlannedStatement COPY = statement("copy", Effect.SESSION_ONLY, Set.of("@a"), Set.of("@b"));
    private static final PlannedStatement READ_A = statement("read a", Effect.TRANSACTIONAL, Set.of("@a"), Set.of());
    private static final PlannedStatement READ_B = statement("read b", Effect.TRANSACTIONAL, Set.of("@b"), Set.of());

    private static PlannedStatement statement(
            String text, Effect effect, Set<String> reads, Set<String> assigns, Trait... traits) {
        return new PlannedStatement.Sql(
                text, effect, EffectCheck.none(), new SessionUse(reads, assigns, Set.of(traits)));
    }

    private static SessionValues values(PlannedStatement... statements) {
        return SessionValues.of(List.of(statements), UnaryOperator.identity());
    }

    @Test
    void aConstantIsAssignedAgain() {
        SessionValues values = values(CONSTANT, COPY, DDL, READ_A, CALL, READ_B);

        assertThat(values.isRepeated(0)).isTrue();
        assertThat(values.isRepeated(1)).isTrue();
        assertThat(values.unitOf(3)).isNull();
        assertThat(values.valueLostAt(3)).isNull();
    }

    @Test
    void aComputedValueIsUsedInItsTransaction() {
        SessionValues values = values(DDL, COMPUTED, COPY, READ_A, READ_B, DDL, ROWS);

        assertThat(values.isRepeated(2)).isFalse();
        assertThat(values.unitOf(3)).isNull();
        assertThat(values.valueLostAt(3)).isEqualTo("@a");
        assertThat(values.valueLostAt(4)).isEqualTo("@b");
        assertThat(values.valueLostAt(5)).isNull();
    }

    @Test
    void aComputedValueIsNotReadAfterACommit() {
        assertThatThrownBy(() -> values(COMPUTED, DDL, READ_A))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("Statement 3")
                .hasMessageContaining("@a of statement 1")
                .hasMessageContaining("after statement 2");
        assertThatThrownBy(() -> values(COMPUTED, COPY, DDL, READ_B)).isInstanceOf(InvalidMigrationException.class);
    }

    @Test
    void whatIsReadIsAssignedBefore() {
        assertThatThrownBy(() -> values(READ_A, CONSTANT)).isInstanceOf(InvalidMigrationException.class);
        assertThat(values(statement("counts", Effect.TRANSACTIONAL, Set.of("@i"), Set.of("@i")))
                        .unitOf(0))
                .isNull();
    }

    @Test
    void whatMayCommitIsAUnitWithTheStatementsThatDependOnItsSession() {
        SessionValues values = values(ROWS, COMPUTED, ROWS, CALL, READ_A, ROWS);

        assertThat(values.unitOf(0)).isNull();
        assertThat(values.unitOf(1)).isEqualTo(new SessionValues.Unit(1, 5));
        assertThat(values.unitOf(4)).isEqualTo(new SessionValues.Unit(1, 5));
        assertThat(values.unitOf(5)).isNull();
    }

    @Test
    void whatAProcedureMayHaveAssignedBelongsToIt() {
        assertThat(values(CALL, READ_A).unitOf(0)).isEqualTo(new SessionValues.Unit(0, 2));
    }

    @Test
    void unitsThatOverlapAreOne() {
        SessionValues values = values(COMPUTED, COPY, READ_A, CALL, READ_B);

        assertThat(values.unitOf(0)).isEqualTo(new SessionValues.Unit(0, 5));
    }

    @Test
    void aTransactionOfTheAuthorIsAUnitIfItMayCommit() {
        assertThat(values(BEGIN, ROWS, CALL, ROWS, DDL, ROWS).unitOf(1)).isEqualTo(new SessionValues.Unit(1, 4));
        assertThat(values(BEGIN, ROWS, ROWS, DDL).unitOf(1)).isNull();
    }

    @Test
    void aSavepointIsInATransactionOfTheAuthor() {
        PlannedStatement savepoint = statement("savepoint", Effect.TRANSACTIONAL, Set.of("a transaction"), Set.of("s"));

        assertThat(values(BEGIN, ROWS, savepoint).unitOf(2)).isNull();
        assertThatThrownBy(() -> values(ROWS, savepoint)).isInstanceOf(InvalidMigrationException.class);
        assertThatThrownBy(() -> values(BEGIN, DDL, savepoint)).isInstanceOf(InvalidMigrationException.class);
    }

    @Test
    void aSettingIsConstant() {
        PlannedStatement setting =
                statement("setting", Effect.SESSION_ONLY, Set.of("@a"), Set.of(), Trait.CHANGES_SETTINGS);

        assertThat(values(CONSTANT, setting).isRepeated(1)).isTrue();
        assertThatThrownBy(() -> values(COMPUTED, setting)).isInstanceOf(InvalidMigrationException.class);
    }
}
