package dev.migrate.benchmark;

import dev.migrate.Migrator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures an upgrade without pending migrations, by one migrator and by new ones, compared with the shortest possible
 * query: alternating calls on one open connection. Prints the rows of a table.
 *
 * <p>The calls alternate one by one, so that other load of the machine affects both equally.
 */
public final class NothingToDoComparison {

    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 10;
    private static final long NANOS = 1_000_000_000;

    private final Connection connection;
    private final Supplier<Migrator> migrators;

    private NothingToDoComparison(Connection connection, Supplier<Migrator> migrators) {
        this.connection = connection;
        this.migrators = migrators;
    }

    /**
     * Measures.
     *
     * @param arguments the numbers of applied revisions; the default is 200 1000 5000
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        String[] sizes = arguments.length == 0 ? new String[] {"200", "1000", "5000"} : arguments;
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        System.out.println("| server | revisions | migrator | one bare SELECT | `upgrade(\"head\")` | ratio |\n"
                + "| --- | --- | --- | --- | --- | --- |");
        for (String size : sizes) {
            server.clear();
            LinearMigrations migrations = LinearMigrations.ofRows(Integer.parseInt(size));
            ClassLoader loader = migrations.load();
            Class<?>[] classes = LinearMigrations.load(loader, migrations.size());
            try (Connection connection = server.connect()) {
                DriverDataSource dataSource = DriverDataSource.ofOpen(connection);
                Migrator one = Migrator.builder()
                        .dataSource(dataSource)
                        .migrationClasses(classes)
                        .build();
                one.stamp("head");
                Map<String, Supplier<Migrator>> ways = new LinkedHashMap<>();
                ways.put("one", () -> one);
                ways.put(
                        "a new one, package",
                        () -> Migrator.builder()
                                .dataSource(dataSource)
                                .scan(LinearMigrations.PACKAGE, loader)
                                .build());
                ways.put(
                        "a new one, classes",
                        () -> Migrator.builder()
                                .dataSource(dataSource)
                                .migrationClasses(classes)
                                .build());
                for (Map.Entry<String, Supplier<Migrator>> way : ways.entrySet()) {
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %,d | %s | %s |%n",
                            server.name(),
                            Integer.parseInt(size),
                            way.getKey(),
                            new NothingToDoComparison(connection, way.getValue()).compare());
                }
            }
        }
        server.drop();
    }

    private String compare() throws Exception {
        alternate(WARM_UP_SECONDS, new Timings(), new Timings());
        Timings bare = new Timings();
        Timings upgrade = new Timings();
        alternate(SECONDS, bare, upgrade);
        return String.format(Locale.ROOT, "%s | %s | %.2f", bare.inMicros(), upgrade.inMicros(), upgrade.ratioTo(bare));
    }

    private void alternate(int seconds, Timings bare, Timings upgrade) throws Exception {
        long end = System.nanoTime() + seconds * NANOS;
        while (System.nanoTime() < end) {
            bare.measure(this::queryVersion);
            upgrade.measure(this::findNothingToDo);
        }
    }

    private void queryVersion() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT version_num FROM alembic_version")) {
            if (!result.next() || result.getString(1).isEmpty()) {
                throw new IllegalStateException("There is no version.");
            }
        }
    }

    private void findNothingToDo() {
        if (!migrators.get().upgrade("head").steps().isEmpty()) {
            throw new IllegalStateException("There was something to do.");
        }
    }
}
