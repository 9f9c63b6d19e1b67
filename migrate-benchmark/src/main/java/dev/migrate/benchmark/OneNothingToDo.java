package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.sql.DriverManager;

/** A process that opens one connection, upgrades a database that is up to date, and ends. */
public final class OneNothingToDo {

    private OneNothingToDo() {}

    /**
     * Upgrades.
     *
     * @param arguments the number of classes to load; 0 for the package
     * @throws ClassNotFoundException if there are fewer migrations
     */
    public static void main(String... arguments) throws ClassNotFoundException {
        int classes = Integer.parseInt(arguments[0]);
        String url = System.getenv(OneSelect.URL_VARIABLE);
        MigratorBuilder builder =
                Migrator.builder().dataSource(new DriverDataSource(() -> DriverManager.getConnection(url)));
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
