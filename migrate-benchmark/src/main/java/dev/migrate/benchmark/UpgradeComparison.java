package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.migration.Migration;
import dev.migrate.provider.DatabaseProviders;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Measures an upgrade of an empty database, compared with plain JDBC that runs the same statements: alternating rounds
 * in one JVM, on a durable server. Prints the rows of a table.
 *
 * <p>A round begins before the connection is opened and ends when it is closed. The classes of the migrations are new
 * in each round, as in each start of an application. On a busy machine, the alternating ratio is more reliable than the
 * ratio of the rounds: see {@link UpgradeInTurns}. The time that the JVM needs for the first execution of the
 * migrations' own code is measured separately.
 */
public final class UpgradeComparison {

    private final BenchmarkServer server;
    private final LinearMigrations migrations;
    private final List<PlainMigration> plain;

    private UpgradeComparison(BenchmarkServer server, LinearMigrations migrations) throws Exception {
        this.server = server;
        this.migrations = migrations;
        this.plain = migrations.statements(DatabaseProviders.renderer(server.version()));
        if (plain.stream().anyMatch(migration -> migration.statements().size() != 2)) {
            throw new IllegalStateException("Each migration should be two statements.");
        }
    }

    /**
     * Measures.
     *
     * @param arguments the kind of the migrations: {@code operations}, {@code combined} (operations that become one
     *     statement), {@code sql} (handwritten SQL in classes) or {@code files} (SQL files); then pairs of a number of
     *     migrations and a number of rounds; without any, operations 200 5 1000 3
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        String kind = arguments.length == 0 ? "operations" : arguments[0];
        List<String> sizes = arguments.length < 2
                ? List.of("200", "5", "1000", "3")
                : List.of(arguments).subList(1, arguments.length);
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        server.requireDurable();
        System.out.println("""
            | server | migrations | driver's own probes | plain JDBC | Migrate | ratio | ratio, alternating \
            | commands per migration: plain JDBC | Migrate | each `up` alone, first time | second time |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
            """);
        for (int i = 0; i < sizes.size(); i += 2) {
            int size = Integer.parseInt(sizes.get(i));
            LinearMigrations migrations = migrations(kind, size);
            int rounds = Integer.parseInt(sizes.get(i + 1));
            new UpgradeComparison(server.withoutProbes(), migrations).compare(rounds);
            new UpgradeComparison(server, migrations).compare(rounds);
        }
        server.drop();
    }

    private static LinearMigrations migrations(String kind, int size) throws IOException {
        return switch (kind) {
            case "operations" -> LinearMigrations.ofTables(size);
            case "combined" -> LinearMigrations.ofCombinedTables(size);
            case "sql" -> LinearMigrations.ofSql(size);
            case "files" -> LinearMigrations.ofSqlFiles(size);
            default -> throw new IllegalArgumentException("There is no kind " + kind + ".");
        };
    }

    private void compare(int rounds) throws Exception {
        // The first round of each is not measured: it counts commands, and the JVM compiles.
        double plainCommands = commandsOf(this::runPlain);
        double commands = commandsOf(this::runMigrate);
        Timings plainTimings = new Timings();
        Timings timings = new Timings();
        Timings firstCalls = new Timings();
        Timings secondCalls = new Timings();
        for (int i = 0; i < rounds; i++) {
            server.clear();
            plainTimings.measure(() -> runPlain(server::connect));
            server.clear();
            ClassLoader loader = migrations.load();
            timings.measure(() -> runMigrate(server::connect, loader));
            if (!migrations.isInFiles()) {
                List<Migration> instances = migrations.instances();
                firstCalls.measure(() -> LinearMigrations.callUp(instances));
                secondCalls.measure(() -> LinearMigrations.callUp(instances));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %s | %.3f | %.3f | %.2f | %.2f | %s | %s |%n",
                server.name(),
                migrations.size(),
                server.hasProbes() ? "yes" : "no",
                plainTimings.inMillis(),
                timings.inMillis(),
                timings.ratioTo(plainTimings),
                UpgradeInTurns.ratio(server, migrations, plain),
                plainCommands,
                commands,
                migrations.isInFiles() ? "" : firstCalls.inMillis(),
                migrations.isInFiles() ? "" : secondCalls.inMillis());
    }

    private void runPlain(DriverDataSource.Connections connections) throws SQLException {
        try (Connection connection = connections.next()) {
            PlainUpgrade.run(connection, plain);
        }
    }

    private void runMigrate(DriverDataSource.Connections connections) throws Exception {
        runMigrate(connections, migrations.load());
    }

    private void runMigrate(DriverDataSource.Connections connections, ClassLoader loader)
            throws ClassNotFoundException {
        MigratorBuilder builder = Migrator.builder().dataSource(new DriverDataSource(connections));
        migrations.addTo(builder, loader);
        int steps = builder.build().upgrade("head").steps().size();
        if (steps != migrations.size()) {
            throw new IllegalStateException(steps + " steps.");
        }
    }

    /** What the server got from the first command to the last, divided by the number of migrations. */
    private double commandsOf(Contender contender) throws Exception {
        server.clear();
        double[] commands = new double[1];
        contender.run(() -> {
            Connection connection = server.connect();
            return DriverDataSource.whenClosed(connection, () -> {
                try (connection;
                        Statement statement = connection.createStatement();
                        var status = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
                    status.next();
                    commands[0] = status.getDouble(2);
                }
            });
        });
        return commands[0] / migrations.size();
    }

    private interface Contender {
        void run(DriverDataSource.Connections connections) throws Exception;
    }
}
