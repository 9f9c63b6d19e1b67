package dev.migrate.benchmark;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ColumnType;
import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.Reset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Measures the time between two JUnit tests that write to 3 of 30 tables, for each kind of reset of {@code migrate-test}.
 * Prints the rows of a table.
 */
public final class ResetComparison {

    private static final int TABLES = 30;
    private static final int ROUNDS = 60;
    /** The first tests get new databases, and the code is compiled. */
    private static final int WARM_UP = 20;

    /** JUnit creates the instances of the test classes. */
    private static Timings timings = new Timings();

    private static int round;
    private static long end;

    private ResetComparison() {}

    /** The migrations, on the server of the configuration parameter. */
    public static final class Tables implements Environment {
        @Override
        public void configure(MigratorBuilder builder) {
            builder.migrations(new ThirtyTables());
        }
    }

    /** Creates tables that refer to each other; the first one has rows. */
    @Revision(id = "001")
    private static final class ThirtyTables implements Migration {
        @Override
        public void up(Operations op) {
            for (int i = 0; i < TABLES; i++) {
                String name = "t" + i;
                String parent = "t" + Math.max(i - 1, 0);
                op.createTable(name, table -> {
                    table.column("id", ColumnType.bigint()).notNull().autoIncrement();
                    table.column("name", ColumnType.varchar(100)).notNull();
                    table.column("parent", ColumnType.bigint());
                    table.primaryKey("id");
                    table.foreignKey("fk_" + name, "parent").references(parent, "id");
                });
            }
            op.insert("t0", rows -> rows.columns("name").values("first").values("second"));
        }
    }

    private abstract static class Tests {

        @RepeatedTest(ROUNDS)
        void writeToThreeTables(DataSource database) throws SQLException {
            if (round++ >= WARM_UP) {
                timings.add(System.nanoTime() - end);
            }
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < TABLES; i += TABLES / 3) {
                    statement.execute("INSERT INTO t" + i + " (name) VALUES ('one'), ('two')");
                }
            }
            end = System.nanoTime();
        }
    }

    /** Nothing is reset. */
    @MigratedDatabase(environment = Tables.class, reset = Reset.NONE)
    static final class NoReset extends Tests {}

    /** The rows are removed. */
    @MigratedDatabase(environment = Tables.class)
    static final class Rows extends Tests {}

    /** The rows are removed, and the counters are reset. */
    @MigratedDatabase(environment = Tables.class, resetAutoIncrement = true)
    static final class RowsAndCounters extends Tests {}

    /** The transaction is rolled back. */
    @MigratedDatabase(environment = Tables.class, reset = Reset.ROLLBACK)
    static final class RolledBack extends Tests {}

    /** The database is replaced by a new copy. */
    @MigratedDatabase(environment = Tables.class, reset = Reset.NEW)
    static final class NewCopy extends Tests {}

    /**
     * Measures.
     *
     * @param arguments none
     * @throws SQLException if the server cannot be used
     */
    public static void main(String... arguments) throws SQLException {
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        Map<String, Class<?>> contenders = new LinkedHashMap<>();
        contenders.put("NONE", NoReset.class);
        contenders.put("ROWS", Rows.class);
        contenders.put("ROWS, resetAutoIncrement", RowsAndCounters.class);
        contenders.put("ROLLBACK", RolledBack.class);
        contenders.put("NEW", NewCopy.class);
        System.out.println("| server | reset | time between two tests |\n| --- | --- | --- |");
        for (Map.Entry<String, Class<?>> contender : contenders.entrySet()) {
            run(contender.getValue(), server.url());
            System.out.println("| " + server.name() + " | " + contender.getKey() + " | " + timings.inMicros() + " |");
        }
    }

    private static void run(Class<?> tests, String url) {
        timings = new Timings();
        round = 0;
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .configurationParameter("migrate.test.url", url)
                                .build(),
                        listener);
        listener.getSummary().getFailures().stream().findFirst().ifPresent(failure -> {
            throw new IllegalStateException(failure.getException());
        });
    }
}
