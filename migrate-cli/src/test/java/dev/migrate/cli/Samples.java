package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.cli.customers.M001Customers;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the launcher with the sample migrations that can fail. */
final class Samples {

    private Samples() {}

    /** Starts the migrations that fail halfway, with two customers who share an address. */
    static Launched failHalfWay(TestDatabase database) {
        upgradeToTheFirst(database);
        database.execute("INSERT INTO customer (email) VALUES ('ann@example.com'), ('ann@example.com')");
        return customers(database, "upgrade");
    }

    static void upgradeToTheFirst(TestDatabase database) {
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrationClasses(M001Customers.class)
                .build()
                .upgrade("001");
    }

    static Launched customers(TestDatabase database, String... arguments) {
        return Launched.with(Map.of(), all(database, "customers", arguments));
    }

    static String[] called(TestDatabase database, String... arguments) {
        return all(database, "called", arguments);
    }

    static Launched run(String... arguments) {
        return Launched.with(Map.of(), arguments);
    }

    static String[] all(TestDatabase database, String samples, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", database.url(), "--classpath", "target/test-classes"));
        all.addAll(List.of("--package", "dev.migrate.cli." + samples));
        return all.toArray(String[]::new);
    }
}
