package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that sends several statements at once if its driver can: for short statements, the way to the server and back
 * takes most of the time.
 *
 * @param connection the connection
 * @param isCombining whether the driver sends several statements at once
 */
record Session(Connection connection, boolean isCombining) {

    private static final List<String> TWO_STATEMENTS = List.of("SELECT 1", "SELECT 2");

    /** Opens a connection to a server, with the option that both drivers have for several statements. */
    static Connection open(ServerUrl server) throws SQLException {
        return new DriverDataSource(
                        server.with("allowMultiQueries", Optional.of("true")).text())
                .getConnection();
    }

    /** Determines whether the driver of a connection can send several statements at once. */
    static Session of(Connection connection) {
        Session combining = new Session(connection, true);
        try {
            combining.run(TWO_STATEMENTS);
            return combining;
        } catch (SQLException e) {
            // The server reports a syntax error at the second statement.
            return new Session(connection, false);
        }
    }

    /**
     * Executes statements, until one fails.
     *
     * @return the rows of each statement, with the values as text; none for a statement that is no query
     */
    List<List<List<@Nullable String>>> run(List<String> statements) throws SQLException {
        List<List<List<@Nullable String>>> results = new ArrayList<>();
        try (Statement statement = Sql.statement(connection)) {
            for (String sql : isCombining ? List.of(String.join(";\n", statements)) : statements) {
                boolean isQuery = statement.execute(sql);
                while (isQuery || statement.getUpdateCount() >= 0) {
                    results.add(isQuery ? Sql.rows(statement.getResultSet()) : List.of());
                    isQuery = statement.getMoreResults();
                }
            }
        }
        return results;
    }
}
