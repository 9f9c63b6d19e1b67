package dev.migrate.internal.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds a lock, as far as the server shows it to this user.
 *
 * @param id the server's id of the connection, or null if there is none any more
 * @param description who it is and what it is doing, in words
 */
record LockHolder(@Nullable Long id, String description) {

    private static final int MOST_CHARACTERS = 100;

    static LockHolder find(Connection connection, String lock) throws SQLException {
        // Everybody is told the id; what it is doing, only who has PROCESS or the same account.
        String sql = """
                SELECT h.id, p.user, p.host, p.time, COALESCE(p.state, ''), COALESCE(p.info, '')
                FROM (SELECT IS_USED_LOCK(?) AS id) h
                LEFT JOIN information_schema.processlist p ON p.id = h.id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lock);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long id = result.getLong(1);
                if (result.wasNull()) {
                    return new LockHolder(null, "it has just ended");
                }
                OptionalInt percent = StatementProgress.of(connection, id);
                return new LockHolder(
                        id,
                        "connection " + id + description(result)
                                + (percent.isPresent() ? ", " + percent.getAsInt() + " % done" : ""));
            }
        }
    }

    private static String description(ResultSet row) throws SQLException {
        if (row.getString(2) == null) {
            return " of another account (what it is doing is shown to those who have the PROCESS privilege)";
        }
        String state = row.getString(5);
        String statement = row.getString(6);
        return " of " + row.getString(2) + " from " + row.getString(3) + ", for " + row.getLong(4) + " s "
                + (statement.isEmpty() ? "between two statements" : "at: " + shortened(MaskedSql.of(statement)))
                + (state.isEmpty() ? "" : " (" + state + ")");
    }

    private static String shortened(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }
}
