package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.session.LockName;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.plan.ExpectedTime;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableLock;
import dev.migrate.provider.TableSize;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** The costs of a plan, as the server reports them, without any change of the database. */
class PlanAnalysisTest {

    private static final String[] TABLES = {
        "CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(50) NOT NULL)",
        "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT, KEY k (customer_id),"
                + " CONSTRAINT fk_orders FOREIGN KEY (customer_id) REFERENCES customer (id))",
        "INSERT INTO customer VALUES (1, 'a'), (2, 'b'), (3, 'c')"
    };

    @Revision(id = "1", message = "changes of existing tables and of a new one")
    static final class Changes implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("customer", "email", c -> c.type(varchar(60)).notNull());
            op.alterColumn("orders", "customer_id", c -> c.notNull());
            op.createTable("item", t -> {
                t.column("id", integer()).notNull();
                t.primaryKey("id");
            });
            op.table("item", t -> {
                t.keepSeparate();
                t.addColumn("amount", bigint());
            });
            op.execute("UPDATE customer SET email = 'x'");
            op.dropColumn("customer", "email");
        }
    }

    private static Migrator migrator(DataSource dataSource) {
        return Migrator.builder()
                .dataSource(dataSource)
                .migrations(new Changes())
                .build();
    }

    private static List<StatementAdvice> advice(PlanAnalysis analysis) {
        return analysis.steps().stream()
                .flatMap(step -> step.statements().stream())
                .map(AnalyzedStatement::advice)
                .toList();
    }

    private static DdlCost cost(StatementAdvice advice) {
        return Objects.requireNonNull(advice.cost(), advice.sql());
    }

    private static TableSize table(StatementAdvice advice) {
        return Objects.requireNonNull(advice.table(), advice.sql());
    }

    private static List<String> schemas(TestDatabase database) {
        return List.copyOf(database.column("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'").stream()
                .map(String::valueOf)
                .toList());
    }

    @DatabaseTest
    void reportsWhatEachStatementCosts(TestDatabase database) {
        database.execute(TABLES);
        database.execute("ANALYZE TABLE customer");
        List<String> before = schemas(database);

        PlanAnalysis analysis = migrator(database.dataSource()).analyze(Direction.UP);

        assertThat(analysis.before()).isEmpty();
        assertThat(analysis.after()).containsExactly("1");
        assertThat(analysis.remarks()).isEmpty();
        List<StatementAdvice> advice = advice(analysis);
        assertThat(advice).extracting(StatementAdvice::rejection).containsOnlyNulls();
        assertThat(advice)
                .extracting(StatementAdvice::isProportionalToRows)
                .startsWith(false, true, false, false, false);
        // 50 and 60 characters: both lengths fit into one byte.
        assertThat(cost(advice.get(0)).algorithm()).isIn(DdlAlgorithm.INSTANT, DdlAlgorithm.INPLACE);
        assertThat(cost(advice.get(0)).isRebuild()).isFalse();
        assertThat(table(advice.get(0)).table()).isEqualTo("customer");
        assertThat(table(advice.get(0)).rows()).isEqualTo(3);
        assertThat(table(advice.get(0)).bytes()).isPositive();
        assertThat(advice.get(0).sql()).contains("VARCHAR(60)").doesNotContain("/*");
        assertThat(cost(advice.get(1)))
                .isEqualTo(new DdlCost(DdlAlgorithm.INPLACE, TableLock.NONE, true, DdlCost.Source.SERVER));
        assertThat(advice.get(2).cost()).isNull();
        assertThat(table(advice.get(3)).isNew()).isTrue();
        assertThat(cost(advice.get(3)).source()).isEqualTo(DdlCost.Source.SERVER);
        assertThat(advice.get(4)).isEqualTo(StatementAdvice.withoutCost("UPDATE customer SET email = 'x'", null));
        assertThat(analysis.steps().get(0).statements().get(5).losses())
                .containsExactly("All values of customer.email are lost.");
        assertThat(before).containsAll(schemas(database));
    }

    @DatabaseTest
    void neitherWritesNorTakesTheLock(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        List<String> before = schemas(database);
        String account = "'reader_" + database.name() + "'@'%'";
        database.execute("CREATE USER " + account + " IDENTIFIED BY 'pw'");
        try (Connection other = database.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            database.execute(
                    "GRANT SELECT ON " + database.name() + ".* TO " + account,
                    "GRANT ALL ON `migrate\\_scratch\\_%`.* TO " + account);
            lock.execute("DO GET_LOCK('" + LockName.of(database.name(), "alembic_version") + "', 0)");

            PlanAnalysis analysis = migrator(database.dataSource("reader_" + database.name(), "pw", database.name()))
                    .analyze(Direction.UP);

            assertThat(advice(analysis)).extracting(StatementAdvice::rejection).containsOnlyNulls();
            assertThat(cost(advice(analysis).get(1)).algorithm()).isEqualTo(DdlAlgorithm.INPLACE);
            assertThat(cost(advice(analysis).get(1)).source()).isEqualTo(DdlCost.Source.SERVER);
        } finally {
            database.execute("DROP USER " + account);
        }
        assertThat(before).containsAll(schemas(database));
        assertThat(database.tables()).containsExactly("customer", "orders");
        assertThat(database.column("SELECT COUNT(*) FROM customer")).containsExactly("3");
    }

    @DatabaseTest
    void fallsBackToTheVersionWithoutThePrivilegeToCreateAClone(TestDatabase database) {
        database.execute(TABLES);
        String account = "'none_" + database.name() + "'@'%'";
        database.execute(
                "CREATE USER " + account + " IDENTIFIED BY 'pw'",
                "GRANT SELECT ON " + database.name() + ".* TO " + account);
        try {
            PlanAnalysis analysis = migrator(database.dataSource("none_" + database.name(), "pw", database.name()))
                    .analyze(Direction.UP);

            assertThat(analysis.remarks()).singleElement().asString().contains("scratch database", "GRANT ALL ON");
            assertThat(cost(advice(analysis).get(1))).isEqualTo(DdlCost.unknown());
            assertThat(table(advice(analysis).get(1)).table()).isEqualTo("orders");
            assertThat(table(advice(analysis).get(3)).isNew()).isTrue();
        } finally {
            database.execute("DROP USER " + account);
        }
    }

    @Revision(id = "2", message = "an index, which is created again later", parents = "1")
    static final class Index implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE INDEX by_customer ON orders (customer_id, id)");
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP INDEX by_customer ON orders");
        }
    }

    @DatabaseTest
    void theJournalShowsHowLongTheSameChangeTook(TestDatabase database) {
        database.execute(TABLES);
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Changes(), new Index())
                .build();
        migrator.upgrade();
        migrator.downgrade("1");

        AnalyzedStatement again =
                migrator.analyze(Direction.UP, "2").steps().get(0).statements().get(0);

        assertThat(cost(again.advice()).lock()).isEqualTo(TableLock.NONE);
        ExpectedTime time = Objects.requireNonNull(again.time());
        assertThat(time.basis()).isEqualTo(ExpectedTime.Basis.JOURNAL);
        assertThat(time.measurements()).isEqualTo(1);
        migrator.upgrade();
        AnalyzedStatement drop = migrator.analyze(Direction.DOWN, "1")
                .steps()
                .get(0)
                .statements()
                .get(0);
        assertThat(cost(drop.advice()).algorithm()).isIn(DdlAlgorithm.INPLACE, DdlAlgorithm.NOCOPY);
    }
}
