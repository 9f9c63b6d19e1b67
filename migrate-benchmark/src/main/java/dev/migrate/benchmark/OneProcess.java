package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One of several processes that upgrade the same database at the same time. */
public final class OneProcess {

    /** The file with the statements for plain JDBC, next to the classes for Migrate. */
    static final String STATEMENTS = "statements";

    private OneProcess() {}

    /** The method of the upgrade. */
    enum Method {
        PLAIN("plain JDBC with GET_LOCK"),
        CLASSES("Migrate, classes given"),
        SCAN("Migrate, package given");

        private final String description;

        Method(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    /**
     * Upgrades.
     *
     * @param arguments the method, the number of migrations, and the folder of the migrations
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        switch (Method.valueOf(arguments[0])) {
            case PLAIN -> plain(server, Path.of(arguments[2]));
            case CLASSES ->
                migrate(
                        server,
                        Migrator.builder()
                                .migrationClasses(LinearMigrations.load(
                                        OneProcess.class.getClassLoader(), Integer.parseInt(arguments[1]))));
            case SCAN -> migrate(server, Migrator.builder().scan(LinearMigrations.PACKAGE));
        }
    }

    private static void migrate(BenchmarkServer server, MigratorBuilder builder) {
        builder.dataSource(new DriverDataSource(server::connect)).build().upgrade("head");
    }

    private static void plain(BenchmarkServer server, Path folder) throws SQLException, IOException {
        try (Connection connection = server.connect()) {
            if (!"1".equals(BenchmarkServer.ask(connection, "SELECT GET_LOCK('migrate_benchmark', 60)"))) {
                throw new IllegalStateException("The lock could not be acquired.");
            }
            PlainUpgrade.run(connection, PlainMigration.read(folder.resolve(STATEMENTS)));
            try (Statement statement = connection.createStatement()) {
                statement.execute("DO RELEASE_LOCK('migrate_benchmark')");
            }
        }
    }
}
