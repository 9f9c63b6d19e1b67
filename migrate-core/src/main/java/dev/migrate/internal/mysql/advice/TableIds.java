package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids that InnoDB gives to the tables of a database: a table that is rebuilt gets another one. Reading them needs the
 * privilege PROCESS. Not thread-safe.
 */
final class TableIds {

    private final Connection connection;
    private final @Nullable String query;

    private TableIds(Connection connection, @Nullable String query) {
        this.connection = connection;
        this.query = query;
    }

    /** Finds out whether they can be read. */
    static TableIds of(Connection connection, String database) {
        for (String table : List.of("innodb_tables", "innodb_sys_tables")) {
            // FULLTEXT indexes have tables of their own.
            String query = "SELECT table_id FROM information_schema." + table + " WHERE name LIKE "
                    + Quoting.text(database + "/%") + " AND LOWER(name) NOT LIKE '%/fts\\_________________\\_%'";
            TableIds ids = new TableIds(connection, query);
            try {
                ids.read();
                return ids;
            } catch (SQLException e) {
                // The other name, or no privilege.
            }
        }
        return new TableIds(connection, null);
    }

    /** The ids; empty if they cannot be read. */
    List<Long> read() throws SQLException {
        List<Long> ids = new ArrayList<>();
        if (query != null) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    /** Whether one of the tables has another id now; null if that cannot be read. */
    @Nullable
    Boolean isRebuilt(List<Long> before) throws SQLException {
        boolean isKnown = query != null && !before.isEmpty();
        return isKnown ? !read().containsAll(before) : null;
    }
}
