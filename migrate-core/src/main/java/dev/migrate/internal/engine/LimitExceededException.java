package dev.migrate.internal.engine;

import dev.migrate.provider.DdlLimits;
import java.sql.SQLException;

/** No form of a statement is within the limits, so that it was not sent. */
@SuppressWarnings("serial") // Never serialized.
final class LimitExceededException extends SQLException {

    LimitExceededException(DdlLimits limits) {
        super(
                "The server has no way of executing the statement within the limits (" + limits
                        + "), so it was not sent",
                "HY000");
    }
}
