package dev.migrate.internal.mysql.session;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.provider.CommitTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commit tokens as global transaction ids (manual, "GTID Life Cycle"; measured with 100 kills of MySQL 8.0.33 and
 * 9.7.4).
 *
 * <p>A server silently skips a statement whose id it has executed before. So ids are never used twice: there is one
 * random source for each journal, with ascending numbers; if the server has executed a number that the journal does not
 * contain, the journal was emptied, and a new source is used.
 */
public final class GtidTokens implements CommitTokens {

    private static final String LAST_NUMBER = "9223372036854775806";

    private final Connection connection;
    private final JournalTable journal;
    private @Nullable String source;
    private long number;

    /** Issues tokens for the journal that belongs to a version table. */
    public GtidTokens(Connection connection, String versionTable) {
        this.connection = connection;
        this.journal = JournalTable.of(versionTable);
    }

    @Override
    public void requireUsable() {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@GLOBAL.gtid_mode")) {
            result.next();
            String mode = result.getString(1);
            if (!"ON".equals(mode)) {
                throw unusable("gtid_mode is " + mode, null);
            }
            // The query has started a transaction, in which no id can be assigned.
            connection.rollback();
            clear();
        } catch (SQLException e) {
            throw unusable(MySqlErrorClassifier.INSTANCE.classify(e).text(), e);
        }
    }

    @Override
    public String next() throws SQLException {
        if (source == null) {
            start();
        }
        number++;
        return source + ":" + number;
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
        return !isTrue(connection, "GTID_SUBTRACT(" + rest + ", @@GLOBAL.gtid_executed) = " + rest);
    }

    @Override
    public void assign(String token) throws SQLException {
        set("'" + token + "'");
    }

    @Override
    public void clear() throws SQLException {
        set("'AUTOMATIC'");
    }

    private void set(String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION gtid_next = " + value);
        }
    }

    static boolean isCommitted(Connection connection, String token) throws SQLException {
        return isTrue(connection, "GTID_SUBSET('" + token + "', @@GLOBAL.gtid_executed)");
    }

    private static boolean isTrue(Connection connection, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + condition)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static ConnectionFailedException unusable(String reason, @Nullable Exception cause) {
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.OPTION_NOT_AVAILABLE,
                "The server does not accept global transaction ids from this user: " + reason
                        + ". Nothing was changed.",
                "They require MySQL with gtid_mode=ON, and the privilege SESSION_VARIABLES_ADMIN or "
                        + "REPLICATION_APPLIER. Without gtidTokens(true), a run does not need them.",
                cause);
    }
}
