package dev.migrate.internal.engine;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What an {@link SQLException} means, by the server's own codes (manual, "Server Error Message Reference"). */
final class ServerError {

    /** One message for many options: the text names the one that the server runs with. */
    private static final int OPTION_PREVENTS = 1290;
    /** An option that the grant tables are not read, so that everybody may do everything. */
    private static final String NO_GRANTS = "skip-grant-tables";

    static final int ACCESS_DENIED_TO_DATABASE = 1044;
    static final int ACCESS_DENIED = 1045;
    static final int NO_DATABASE_SELECTED = 1046;
    static final int UNKNOWN_DATABASE = 1049;
    private static final int NULL_REFUSED = 1048;
    private static final int NO_SUCH_TABLE = 1146;
    /** The table is in use for longer than {@code lock_wait_timeout}. A DDL statement has changed nothing then. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    /** KILL QUERY; max_statement_time of MariaDB; max_execution_time of MySQL. */
    private static final Set<Integer> INTERRUPTED = Set.of(1317, 1969, 3024);
    /** Table, column, special and routine privileges, in this order. */
    private static final Set<Integer> PRIVILEGE_DENIED = Set.of(ACCESS_DENIED_TO_DATABASE, 1142, 1143, 1227, 1370);
    /**
     * The server died, was shut down or cut the connection while the statement may have run. From MySQL and MariaDB;
     * the driver itself reports SQLState class 08.
     */
    private static final Set<Integer> CONNECTION_LOST = Set.of(1053, 1927, 2006, 2013, 4031);

    private final SQLException exception;

    private ServerError(SQLException exception) {
        this.exception = exception;
    }

    /** Looks behind the wrapping of a connection pool for what the server said. */
    static ServerError of(SQLException exception) {
        SQLException found = exception;
        for (Throwable cause = exception.getCause();
                found.getErrorCode() == 0 && cause != null && cause != cause.getCause();
                cause = cause.getCause()) {
            if (cause instanceof SQLException sqlCause) {
                found = sqlCause;
            }
        }
        return new ServerError(found);
    }

    /** What went wrong, in one line, whoever says so. */
    static String textOf(Exception cause) {
        return of(asSqlException(cause)).text();
    }

    static SQLException asSqlException(Exception cause) {
        return cause instanceof SQLException sql ? sql : new SQLException(cause.toString(), "HY000", cause);
    }

    int code() {
        return exception.getErrorCode();
    }

    boolean isMissingTable() {
        return code() == NO_SUCH_TABLE;
    }

    boolean isNullRefused() {
        return code() == NULL_REFUSED;
    }

    boolean isLockWaitTimeout() {
        return code() == LOCK_WAIT_TIMEOUT;
    }

    /**
     * True if somebody has stopped the statement. The driver hides the server's code behind none of its own where it was
     * the driver that had it stopped.
     */
    boolean isInterruption() {
        return INTERRUPTED.contains(code()) || isAnswerLost();
    }

    boolean isWithoutGrants() {
        return code() == OPTION_PREVENTS && text().contains(NO_GRANTS);
    }

    boolean isPrivilegeDenied() {
        return PRIVILEGE_DENIED.contains(code());
    }

    /** True if nobody can say whether the server carried the statement out. */
    boolean isAnswerLost() {
        String state = exception.getSQLState();
        return CONNECTION_LOST.contains(code()) || state == null || state.startsWith("08");
    }

    /** The first line of the message and what lies behind it; the driver's further lines are about packets. */
    String text() {
        String line = firstLine(exception);
        if (code() != 0) {
            return String.format(
                    Locale.ROOT, "%s (server code %d, SQLState %s)", line, code(), exception.getSQLState());
        }
        Throwable root = exception;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String reason = firstLine(root);
        return line.contains(reason) ? line : line + " (" + reason + ")";
    }

    private static String firstLine(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
