package com.example.modular;

import dev.migrate.Migrator;
import dev.migrate.RunResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Migrates the database whose URL is the argument. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            RunResult result = Migrator.builder()
                    .connection(connection)
                    .scan("com.example.modular.migrations")
                    .build()
                    .upgrade("head");
            result.steps().forEach(step -> System.out.println("Applied " + step.revision().id()));
        }
    }
}
