package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The connections of a data source, each in another database until it is closed. Thread-safe.
 *
 * @param original the source of the connections
 * @param database the name of the database
 */
record SwitchedDataSource(DataSource original, String database) {

    DataSource proxy() {
        return Proxies.of(DataSource.class, original, (method, call) -> {
            Object result = call.proceed();
            return result instanceof Connection connection ? switched(connection) : result;
        });
    }

    private Connection switched(Connection connection) throws SQLException {
        List<String> home = selected(connection);
        try {
            select(connection, database);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return Proxies.of(Connection.class, connection, (method, call) -> {
            if (method.getName().equals("close") && !connection.isClosed() && !home.isEmpty()) {
                select(connection, home.get(0));
            }
            return call.proceed();
        });
    }

    /** With {@code databaseTerm=SCHEMA}, drivers ignore the catalog without an error. */
    private static void select(Connection connection, String name) throws SQLException {
        connection.setCatalog(name);
        if (!selected(connection).contains(name)) {
            connection.setSchema(name);
        }
        if (!selected(connection).contains(name)) {
            throw new SQLException("The driver did not select the database " + name);
        }
    }

    private static List<String> selected(Connection connection) throws SQLException {
        return Sql.column(connection, "SELECT DATABASE()");
    }
}
