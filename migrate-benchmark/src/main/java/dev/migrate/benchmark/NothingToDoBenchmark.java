package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.RunResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long an upgrade takes that finds nothing to do, beside the shortest question that could tell. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class NothingToDoBenchmark {

    /** How many revisions are applied. */
    @Param({"200", "1000", "5000"})
    public int revisions;

    private BenchmarkServer server;
    private Connection connection;
    private Migrator migrator;

    /**
     * Measures, and prints the rows of a table.
     *
     * @param arguments options for JMH
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        Collection<org.openjdk.jmh.results.RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(NothingToDoBenchmark.class.getSimpleName())
                        .build())
                .run();
        Map<Integer, Map<String, Result<?>>> table = new TreeMap<>();
        for (org.openjdk.jmh.results.RunResult result : results) {
            Result<?> primary = result.getPrimaryResult();
            table.computeIfAbsent(Integer.parseInt(result.getParams().getParam("revisions")), size -> new TreeMap<>())
                    .put(primary.getLabel(), primary);
        }
        String name = BenchmarkServer.fromEnvironment().name();
        System.out.println("| server | revisions | one bare SELECT | `upgrade(\"head\")` | ratio |\n"
                + "| --- | --- | --- | --- | --- |");
        table.forEach((size, row) -> {
            Result<?> bare = row.get("bareSelect");
            Result<?> upgrade = row.get("upgrade");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.0f ± %.0f µs | %.0f ± %.0f µs | %.2f |%n",
                    name,
                    size,
                    bare.getScore(),
                    bare.getScoreError(),
                    upgrade.getScore(),
                    upgrade.getScoreError(),
                    upgrade.getScore() / bare.getScore());
        });
    }

    /**
     * Applies the revisions.
     *
     * @throws Exception if that fails
     */
    @Setup
    public void applyAll() throws Exception {
        server = BenchmarkServer.fromEnvironment();
        server.clear();
        connection = server.connect();
        migrator = Migrator.builder()
                .dataSource(DriverDataSource.ofOpen(connection))
                .migrationClasses(LinearMigrations.ofRows(revisions).load())
                .build();
        migrator.upgrade("head");
    }

    /**
     * Drops the database.
     *
     * @throws SQLException if that fails
     */
    @TearDown
    public void drop() throws SQLException {
        connection.close();
        server.drop();
    }

    /**
     * Finds that nothing is to be done.
     *
     * @return that
     */
    @Benchmark
    public RunResult upgrade() {
        return migrator.upgrade("head");
    }

    /**
     * Asks for the version, and nothing else.
     *
     * @return the version
     * @throws SQLException if that fails
     */
    @Benchmark
    public String bareSelect() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT version_num FROM alembic_version")) {
            result.next();
            return result.getString(1);
        }
    }
}
