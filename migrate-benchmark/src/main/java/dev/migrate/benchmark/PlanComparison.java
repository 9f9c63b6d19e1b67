package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.PlanAnalysis;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DdlCost;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long the costs of 500 pending statements on a database with 1,000 tables take to determine, compared with
 * the bare statements: the creation of the 500 empty tables, and the changes. Prints the rows of a table.
 */
public final class PlanComparison {

    private static final int TABLES = 1_000;
    private static final int STATEMENTS = 500;
    private static final int MEASUREMENTS = 5;

    private final BenchmarkServer server;

    private PlanComparison(BenchmarkServer server) {
        this.server = server;
    }

    /**
     * Measures.
     *
     * @param arguments the number of measurements; the default is 5
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        PlanComparison comparison = new PlanComparison(server);
        server.clear();
        comparison.execute(tables("", TABLES));
        Timings bare = new Timings();
        Timings plan = new Timings();
        int measurements = arguments.length == 0 ? MEASUREMENTS : Integer.parseInt(arguments[0]);
        for (int i = 0; i < measurements; i++) {
            bare.measure(comparison::executeBare);
            plan.measure(comparison::analyze);
        }
        System.out.println("| server | tables | statements | bare statements | `analyze` | ratio | difference |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |");
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %s | %s | %.2f | %,.0f ms |%n",
                server.name(),
                TABLES,
                STATEMENTS,
                bare.inMillis(),
                plan.inMillis(),
                plan.ratioTo(bare),
                plan.millisMoreThan(bare));
        server.drop();
    }

    private static List<String> tables(String prefix, int count) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statements.add("CREATE TABLE " + prefix + "t" + i
                    + " (id INT PRIMARY KEY, a INT NULL, b VARCHAR(50) NULL, c DATETIME NULL, KEY k (c))");
        }
        return statements;
    }

    /** A third each of additions of columns, changes of types, and indexes. */
    private static String change(String prefix, int i) {
        String change = switch (i % 3) {
            case 0 -> "ADD COLUMN d INT NULL";
            case 1 -> "MODIFY COLUMN a BIGINT NULL";
            default -> "ADD KEY kb (b)";
        };
        return "ALTER TABLE " + prefix + "t" + i + " " + change;
    }

    private void executeBare() throws SQLException {
        List<String> statements = new ArrayList<>(tables("bare_", STATEMENTS));
        for (int i = 0; i < STATEMENTS; i++) {
            statements.add(change("bare_", i));
        }
        for (int i = 0; i < STATEMENTS; i++) {
            statements.add("DROP TABLE bare_t" + i);
        }
        execute(statements);
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void analyze() {
        PlanAnalysis analysis = Migrator.builder()
                .dataSource(new DriverDataSource(server::connect))
                .migrations(new Changes())
                .build()
                .analyze(Direction.UP);
        boolean isComplete = analysis.steps().get(0).statements().stream().allMatch(statement -> {
            DdlCost cost = statement.advice().cost();
            return cost != null && cost.algorithm() != null;
        });
        if (!isComplete || analysis.steps().get(0).statements().size() != STATEMENTS) {
            throw new IllegalStateException("The plan is not complete.");
        }
    }

    /** The migration with the statements. */
    @Revision(id = "1", message = "500 statements")
    private static final class Changes implements Migration {
        @Override
        public void up(Operations op) {
            for (int i = 0; i < STATEMENTS; i++) {
                op.execute(change("", i));
            }
        }

        @Override
        public void down(Operations op) {}
    }
}
