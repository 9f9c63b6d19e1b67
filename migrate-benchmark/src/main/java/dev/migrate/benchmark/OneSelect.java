package dev.migrate.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A minimal database client: it opens one connection and runs one SELECT. */
public final class OneSelect {

    /** The JDBC URL of the database. */
    static final String URL_VARIABLE = "MIGRATE_BENCHMARK_DATABASE";

    private OneSelect() {}

    /**
     * Reads the version.
     *
     * @param arguments none
     * @throws SQLException if anything fails
     */
    public static void main(String... arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getenv(URL_VARIABLE));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT version_num FROM alembic_version")) {
            while (result.next()) {
                System.out.println(result.getString(1));
            }
        }
    }
}
