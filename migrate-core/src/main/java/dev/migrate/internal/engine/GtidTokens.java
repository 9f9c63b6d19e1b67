package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.HistoryException;
import dev.migrate.error.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives each statement that commits by itself a global transaction id of ours, which MySQL commits together with it: so
 * that afterwards one need not look at the tables to know whether it was carried out (manual, "GTID Life Cycle"; measured
 * with 100 kills of MySQL 8.0.33 and 9.7.4). Not thread-safe.
 *
 * <p>A server skips, without a word, what comes with an id that it has seen. So ids are never used twice: one random
 * source for each journal, and numbers that only grow; where the server knows a number that the journal does not, somebody
 * has emptied the journal, and a new source begins.
 */
final class GtidTokens {

    private static final String LAST_NUMBER = "9223372036854775806";

    private final Connection connection;
    private final Journal journal;

    private @Nullable String source;
    private long number;

    GtidTokens(Connection connection, Journal journal) {
        this.connection = connection;
        this.journal = journal;
    }

    /**
     * Makes sure that the server takes ids from this user.
     *
     * @throws ConnectionFailedException if not; nothing was changed
     */
    void requireUsable() {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@GLOBAL.gtid_mode")) {
            result.next();
            String mode = result.getString(1);
            if (!"ON".equals(mode)) {
                throw unusable("gtid_mode is " + mode, null);
            }
            // What was read before has begun a transaction, in which none can be set.
            connection.rollback();
            release();
        } catch (SQLException e) {
            throw unusable(ServerError.of(e).text(), e);
        }
    }

    String next() {
        try {
            if (source == null) {
                start();
            }
            number++;
            return source + ":" + number;
        } catch (SQLException e) {
            throw new HistoryException(
                    HistoryException.Reason.WRITE_FAILED,
                    Outcome.NOT_DONE,
                    "No global transaction id could be had for the next statement: "
                            + ServerError.of(e).text() + ". It was not run.",
                    "Remove the cause and run again.",
                    e);
        }
    }

    private void start() throws SQLException {
        String last = journal.lastToken(connection);
        if (last != null) {
            int colon = last.lastIndexOf(':');
            source = last.substring(0, colon);
            number = Long.parseLong(last.substring(colon + 1));
        }
        if (last == null || isUsedBeyond()) {
            source = UUID.randomUUID().toString();
            number = 0;
        }
    }

    private boolean isUsedBeyond() throws SQLException {
        String rest = "'" + source + ":" + (number + 1) + "-" + LAST_NUMBER + "'";
        return !is(connection, "GTID_SUBTRACT(" + rest + ", @@GLOBAL.gtid_executed) = " + rest);
    }

    /** The next statement that commits will commit this id, or nothing. */
    void use(String token) throws SQLException {
        set("'" + token + "'");
    }

    void release() throws SQLException {
        set("'AUTOMATIC'");
    }

    private void set(String value) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION gtid_next = " + value);
        }
    }

    static boolean isCommitted(Connection connection, String token) throws SQLException {
        return is(connection, "GTID_SUBSET('" + token + "', @@GLOBAL.gtid_executed)");
    }

    private static boolean is(Connection connection, String condition) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + condition)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static ConnectionFailedException unusable(String why, @Nullable Exception cause) {
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.OPTION_NOT_AVAILABLE,
                "The server takes no global transaction ids from this user: " + why + ". Nothing was changed.",
                "They need MySQL with gtid_mode=ON, and the privilege SESSION_VARIABLES_ADMIN or REPLICATION_APPLIER."
                        + " Without gtidTokens(true) a run does not need them.",
                cause);
    }
}
