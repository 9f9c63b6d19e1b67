package dev.migrate.provider;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The contract of {@link DdlAdvisor}. */
public abstract class DdlAdvisorContract extends ProviderContract {

    private PlanAdvice advise(TestDatabase database, Consumer<Operations> migration) {
        List<Operation> operations = Operations.recordedBy(migration);
        return provider().ddlAdvisor().advise(database.dataSource(), operations, Duration.ofSeconds(5));
    }

    @DatabaseTest
    void laterStatementsFindTheTablesAsEarlierOnesLeaveThem(TestDatabase database) {
        database.execute(
                "CREATE TABLE old_name (id INT PRIMARY KEY, amount INT)", "INSERT INTO old_name VALUES (1, 2)");

        List<List<StatementAdvice>> advice = advise(database, op -> {
                    op.renameTable("old_name", "new_name");
                    op.renameColumn("new_name", "amount", "total");
                    op.alterColumn("new_name", "total", c -> c.type(bigint()));
                    op.createTable("created", t -> t.column("id", integer()).notNull());
                    op.addColumn("created", "other", integer());
                    op.dropTable("created");
                })
                .statements();

        assertThat(advice)
                .hasSize(6)
                .allSatisfy(ofOperation -> assertThat(ofOperation)
                        .singleElement()
                        .satisfies(
                                statement -> assertThat(statement.rejection()).isNull()));
        StatementAdvice wider = advice.get(2).get(0);
        DdlCost cost = Objects.requireNonNull(wider.cost());
        assertThat(cost.algorithm()).isEqualTo(DdlAlgorithm.COPY);
        assertThat(cost.isRebuild()).isTrue();
        assertThat(cost.source()).isEqualTo(DdlCost.Source.SERVER);
        assertThat(Objects.requireNonNull(wider.table()).table()).isEqualTo("old_name");
        assertThat(Objects.requireNonNull(advice.get(4).get(0).table()).isNew()).isTrue();
        assertThat(database.tables()).containsExactly("old_name");
    }

    @DatabaseTest
    void aStatementThatTheServerRejectsIsReported(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)");

        List<List<StatementAdvice>> advice = advise(database, op -> {
                    op.execute("ALTER TABLE t DROP COLUMN missing");
                    op.execute("ALTER TABLE t ADD COLUMN a INT");
                })
                .statements();

        assertThat(advice.get(0).get(0).rejection()).contains("missing");
        assertThat(advice.get(1).get(0).rejection()).isNull();
    }

    @DatabaseTest
    void noFormOfAStatementExceedsTheLimits(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        DdlLimits limits = new DdlLimits(DdlAlgorithm.INPLACE, TableLock.NONE, Long.MAX_VALUE);
        ServerVersion server = server(database);
        DdlAdvisor advisor = provider().ddlAdvisor();
        try (Connection connection = database.dataSource().getConnection()) {
            String change = "ALTER TABLE t ADD COLUMN a INT";
            assertThat(advisor.forms(connection, server, change, limits))
                    .isNotEmpty()
                    .doesNotContain(change);
            assertThat(advisor.forms(connection, server, change, DdlLimits.NONE))
                    .containsExactly(change);
            String rows = "UPDATE t SET id = 2";
            assertThat(advisor.forms(connection, server, rows, limits)).containsExactly(rows);
        }
    }

    @DatabaseTest(one = true)
    void statementsAreComparableIfTheyChangeTheSameTableInTheSameWay(TestDatabase database) {
        DdlAdvisor advisor = provider().ddlAdvisor();

        Optional<String> key = advisor.comparisonKey("ALTER TABLE t ADD COLUMN a INT");
        assertThat(key).isPresent().isEqualTo(advisor.comparisonKey("ALTER TABLE `T` ADD COLUMN b CHAR(3)"));
        assertThat(key)
                .isNotEqualTo(advisor.comparisonKey("ALTER TABLE u ADD COLUMN a INT"))
                .isNotEqualTo(advisor.comparisonKey("ALTER TABLE t DROP COLUMN a"));
        assertThat(advisor.comparisonKey("INSERT INTO t VALUES (1)")).isEmpty();
    }

    @DatabaseTest(one = true)
    void aScriptContainsClausesOnlyWithinLimits(TestDatabase database) {
        DdlAdvisor advisor = provider().ddlAdvisor();
        String change = "ALTER TABLE t ADD COLUMN a INT";
        DdlLimits limits = new DdlLimits(DdlAlgorithm.COPY, TableLock.SHARED, DdlLimits.NONE.rows());
        ServerVersion server = server(database);

        assertThat(advisor.scriptForm(server, List.of(), change, DdlLimits.NONE))
                .contains(change);
        assertThat(advisor.scriptForm(server, List.of(), change, limits))
                .isPresent()
                .isNotEqualTo(Optional.of(change));
        assertThat(advisor.scriptForm(server, List.of("CREATE TABLE t (id INT)"), change, limits))
                .contains(change);
    }
}
