package dev.migrate.internal.mysql.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The clock of a server, continued on this side.
 *
 * @param read the time that was read from the server
 * @param nanos the moment at which it was read, by {@link System#nanoTime}
 */
record ServerClock(Instant read, long nanos) {

    /** The time, as an SQL expression: no driver converts a text to another time zone. */
    static final String QUERY = "CAST(UTC_TIMESTAMP(6) AS CHAR)";

    /** Starts with the result of the query. */
    static ServerClock of(String read) {
        return new ServerClock(
                LocalDateTime.parse(read.replace(' ', 'T')).toInstant(ZoneOffset.UTC), System.nanoTime());
    }

    /** Returns the current time. */
    Instant now() {
        return read.plusNanos(System.nanoTime() - nanos);
    }
}
