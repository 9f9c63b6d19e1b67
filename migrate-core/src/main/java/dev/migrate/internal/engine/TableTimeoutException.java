package dev.migrate.internal.engine;

import java.sql.SQLException;

/** A statement was retried until the table timeout was over. */
@SuppressWarnings("serial") // Never serialized.
final class TableTimeoutException extends SQLException {

    TableTimeoutException(SQLException last, String blockers) {
        super(last.getMessage() + " (" + blockers + ")", last.getSQLState(), last.getErrorCode(), last);
    }
}
