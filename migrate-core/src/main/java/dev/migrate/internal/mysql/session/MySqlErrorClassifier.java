package dev.migrate.internal.mysql.session;

import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.ErrorClassifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The error codes of MySQL and MariaDB (manual, "Server Error Message Reference"). Stateless. */
public final class MySqlErrorClassifier implements ErrorClassifier {

    /** The only instance. */
    public static final MySqlErrorClassifier INSTANCE = new MySqlErrorClassifier();

    /** MariaDB's driver adds it to messages; it is different in every session. */
    private static final Pattern SESSION_NUMBER = Pattern.compile("\\(conn=-?\\d+\\) ");

    private static final int MAX_CAUSES = 50;
    private static final int NULL_REFUSED = 1048;
    /** One code is used for many server options; the message contains the option. */
    private static final int OPTION_PREVENTS = 1290;
    /** With this option, the server reads no grant tables, and every user has all privileges. */
    private static final String NO_GRANTS = "skip-grant-tables";

    private static final int DATABASE_ACCESS_DENIED = 1044;
    private static final int LOGIN_REJECTED = 1045;
    /** From MariaDB and Percona Server, for an account that is authenticated by its operating system user. */
    private static final int LOGIN_WITHOUT_PASSWORD_REJECTED = 1698;

    private static final int DATABASE_NOT_SELECTED = 1046;
    private static final int DATABASE_MISSING = 1049;
    private static final int TABLE_MISSING = 1146;
    /** Rows of a table without transactions, on a server with global transaction ids. */
    private static final int NOT_TRANSACTIONAL = 1785;

    /** A DDL statement that ends with this code has changed nothing. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    /**
     * KILL QUERY; max_statement_time of MariaDB; max_execution_time of MySQL. Measured on MySQL 8.0.15 and 9.7.4: the
     * server may answer with 1317 to a DROP that it has executed.
     */
    private static final Set<Integer> INTERRUPTED = Set.of(1317, 1969, 3024);

    /**
     * An algorithm or a lock is not known (1800) or not possible for the statement (1845, 1846), INSTANT was combined with
     * a lock (1221), or a column can no longer be added instantly (4158).
     */
    private static final Set<Integer> CLAUSE_REJECTED = Set.of(1221, 1800, 1845, 1846, 4158);
    /** On MySQL; MariaDB uses the code for a view that does not exist. */
    private static final int MOST_ROW_VERSIONS = 4092;

    /**
     * A table (1051) or a view (4092, MariaDB) does not exist, a name is not that of a view (1347), or a foreign key refers
     * to a table (1217, 1451, 3730). Measured on MySQL 5.7.22, MariaDB 10.11 and 11.4: a DROP with several names drops the
     * other objects; MySQL 8.0 drops none.
     */
    private static final Set<Integer> PARTLY_REJECTED = Set.of(1051, 1217, 1347, 1451, 3730, 4092);

    private static final Set<Integer> PRIVILEGE_MISSING = Set.of(
            MissingGrant.TABLE_ACCESS_DENIED,
            MissingGrant.COLUMN_ACCESS_DENIED,
            MissingGrant.SPECIAL_ACCESS_DENIED,
            MissingGrant.ROUTINE_ACCESS_DENIED,
            MissingGrant.BINARY_LOG_REQUIRES_SUPER);
    /**
     * The server died, was shut down or closed the connection while the statement may have run. From MySQL and MariaDB;
     * the driver itself reports SQLState class 08.
     */
    private static final Set<Integer> CONNECTION_LOST = Set.of(1053, 1927, 2006, 2013, 4031);

    /** Too many connections; the server is starting or stopping; no answer, from the drivers. */
    private static final Set<Integer> NOT_READY = Set.of(1040, 1053, 1077, 1079, 1080, 2002, 2003, 2006, 2013);

    private MySqlErrorClassifier() {}

    @Override
    public DatabaseError classify(SQLException failure) {
        SQLException reported = reported(failure);
        return new DatabaseError(kind(reported), reported.getErrorCode(), text(reported));
    }

    @Override
    public DatabaseError classifyConnecting(SQLException failure) {
        DatabaseError error = classify(failure);
        Optional<String> remedy = error.code() > 0 ? Optional.empty() : InsecureConnection.remedy(causes(failure));
        if (remedy.isPresent()) {
            return new DatabaseError(Kind.CONNECTION_NOT_SECURE, error.code(), error.text(), remedy.get());
        }
        if (!error.isConnectionLost()) {
            return error;
        }
        // A server that answers with any other code would do so again.
        boolean isAnswer = error.code() > 0 && !NOT_READY.contains(error.code());
        return new DatabaseError(
                isAnswer ? Kind.OTHER : Kind.SERVER_UNREACHABLE, error.code(), error.text(), error.remedy());
    }

    static boolean isNullRejected(SQLException failure) {
        return reported(failure).getErrorCode() == NULL_REFUSED;
    }

    static boolean isTableMissing(SQLException failure) {
        return reported(failure).getErrorCode() == TABLE_MISSING;
    }

    static boolean isWithoutGrantTables(SQLException failure) {
        SQLException reported = reported(failure);
        return reported.getErrorCode() == OPTION_PREVENTS && firstLine(reported).contains(NO_GRANTS);
    }

    /** Returns what an administrator has to execute for a rejected statement, or empty if no privilege is missing. */
    static Optional<String> missingGrant(SQLException failure, String sql, MissingGrant grant) {
        SQLException reported = reported(failure);
        return grant.statement(reported.getErrorCode(), firstLine(reported), sql);
    }

    /** The server's exception, unwrapped from those of a connection pool. */
    private static SQLException reported(SQLException failure) {
        SQLException found = failure;
        for (Throwable cause : causes(failure)) {
            if (!isOfServer(found) && cause instanceof SQLException sqlCause) {
                found = sqlCause;
            }
        }
        return found;
    }

    /** The exception, its cause, the cause of that, and so on; exceptions of other code may be their own causes. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < MAX_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** The codes of the drivers' own exceptions are 0, and -1 for MariaDB's. */
    private static boolean isOfServer(SQLException failure) {
        return failure.getErrorCode() > 0;
    }

    private static Kind kind(SQLException failure) {
        int code = failure.getErrorCode();
        if (code == MOST_ROW_VERSIONS && firstLine(failure).contains("row versions")) {
            return Kind.CLAUSE_REJECTED;
        }
        Kind kind = kind(code);
        if (kind != Kind.OTHER) {
            return kind;
        }
        // The driver reports no SQLState if it cancelled the statement itself.
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") ? Kind.CONNECTION_LOST : Kind.OTHER;
    }

    private static Kind kind(int code) {
        if (CONNECTION_LOST.contains(code)) {
            return Kind.CONNECTION_LOST;
        }
        if (INTERRUPTED.contains(code)) {
            return Kind.INTERRUPTED;
        }
        if (CLAUSE_REJECTED.contains(code)) {
            return Kind.CLAUSE_REJECTED;
        }
        if (PRIVILEGE_MISSING.contains(code)) {
            return Kind.PRIVILEGE_MISSING;
        }
        if (PARTLY_REJECTED.contains(code)) {
            return Kind.PARTLY_REJECTED;
        }
        return switch (code) {
            case LOCK_WAIT_TIMEOUT -> Kind.LOCK_WAIT_TIMEOUT;
            case NOT_TRANSACTIONAL -> Kind.TRANSACTION_REJECTED;
            case TABLE_MISSING -> Kind.TABLE_MISSING;
            case LOGIN_REJECTED, LOGIN_WITHOUT_PASSWORD_REJECTED -> Kind.LOGIN_REJECTED;
            case DATABASE_ACCESS_DENIED -> Kind.DATABASE_ACCESS_DENIED;
            case DATABASE_MISSING -> Kind.DATABASE_MISSING;
            case DATABASE_NOT_SELECTED -> Kind.DATABASE_NOT_SELECTED;
            default -> Kind.OTHER;
        };
    }

    /** The first line of the message and its root cause; the driver's other lines are about network packets. */
    private static String text(SQLException failure) {
        String line = firstLine(failure);
        if (isOfServer(failure)) {
            return String.format(
                    Locale.ROOT,
                    "%s (server code %d, SQLState %s)",
                    line,
                    failure.getErrorCode(),
                    failure.getSQLState());
        }
        List<Throwable> causes = causes(failure);
        String reason = firstLine(causes.get(causes.size() - 1));
        return line.contains(reason) ? line : line + " (" + reason + ")";
    }

    private static String firstLine(Throwable thrown) {
        String message = message(thrown);
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("").strip();
        line = SESSION_NUMBER.matcher(line).replaceAll("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /** Exceptions of a migration may override the method, and it may fail. */
    private static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }
}
