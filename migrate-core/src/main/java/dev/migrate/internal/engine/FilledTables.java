package dev.migrate.internal.engine;

import dev.migrate.diff.Renames;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a database that have rows.
 *
 * @param connection a connection to the database
 * @param renderer the renderer of its server
 * @param schema its schema
 * @param renames the declared renames
 */
record FilledTables(Connection connection, SqlRenderer renderer, Schema schema, Renames renames) {

    /** Checks whether a table exists under its current name and has at least one row. */
    boolean contain(String table) throws SQLException {
        String current = renames.inverse().tables().getOrDefault(table, table);
        for (Table each : schema.tables()) {
            if (each.name().equals(current)) {
                return hasRows(current);
            }
        }
        return false;
    }

    private boolean hasRows(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + renderer.quote(table))) {
                return rows.next();
            }
        }
    }
}
