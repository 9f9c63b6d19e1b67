package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that opens one connection, upgrades a database that is up to date, and ends. */
public final class OneNothingToDo {

    private OneNothingToDo() {}

    /**
     * Upgrades.
     *
     * @param arguments the number of classes to load; 0 for the package
     * @throws SQLException if the database cannot be reached
     * @throws ClassNotFoundException if there are fewer migrations
     */
    public static void main(String... arguments) throws SQLException, ClassNotFoundException {
        int classes = Integer.parseInt(arguments[0]);
        try (Connection connection = DriverManager.getConnection(System.getenv(OneSelect.URL_VARIABLE))) {
            MigratorBuilder builder = Migrator.builder().connection(connection);
            if (classes == 0) {
                builder.scan(LinearMigrations.PACKAGE);
            } else {
                builder.migrationClasses(LinearMigrations.load(OneNothingToDo.class.getClassLoader(), classes));
            }
            if (!builder.build().upgrade("head").steps().isEmpty()) {
                throw new IllegalStateException("There was something to do.");
            }
        }
    }
}
