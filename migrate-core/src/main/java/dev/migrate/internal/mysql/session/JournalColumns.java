package dev.migrate.internal.mysql.session;

import dev.migrate.error.HistoryException;
import dev.migrate.error.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the current row of a journal. Every value is read as text and checked: a user may have edited it. Not
 * thread-safe.
 *
 * @param row the rows, at the current one
 * @param journal the journal's name
 */
record JournalColumns(ResultSet row, String journal) {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F-]{36}:[0-9]{1,18}");

    /** Later numbers must fit as well. */
    private static final long MAX_NUMBER = Long.MAX_VALUE / 2;

    /**
     * The time is read by its position, not by its name: drivers convert times between time zones, and MariaDB's driver
     * drops fractions.
     */
    private static final int STARTED_AT = 14;

    /** Returns a text that must not be NULL. */
    String text(String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw damaged("the column " + column + " is NULL");
        }
        return text;
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return row.getString(column);
    }

    /** Returns a number that must not be NULL or negative. */
    long number(String column) throws SQLException {
        return number(column, text(column), MAX_NUMBER);
    }

    /** Returns a number that fits into an int. */
    int smallNumber(String column) throws SQLException {
        return (int) number(column, text(column), Integer.MAX_VALUE);
    }

    private long number(String column, String text, long max) throws SQLException {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw invalid(column, text);
    }

    @Nullable
    Duration elapsed() throws SQLException {
        String micros = row.getString("elapsed_us");
        return micros == null ? null : Duration.of(number("elapsed_us", micros, MAX_NUMBER), ChronoUnit.MICROS);
    }

    Instant startedAt() throws SQLException {
        String text = row.getString(STARTED_AT);
        if (text == null) {
            throw damaged("the column started_at is NULL");
        }
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw invalid("started_at", text);
        }
    }

    /** Returns the constant that a column names. */
    <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        String text = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw invalid(column, text);
    }

    /** Returns ids that are separated by commas. */
    List<String> ids(String column) throws SQLException {
        String joined = row.getString(column);
        if (joined == null || joined.isEmpty()) {
            return List.of();
        }
        List<String> ids = List.of(joined.split(",", -1));
        if (ids.contains("")) {
            throw invalid(column, joined);
        }
        return ids;
    }

    @Nullable
    String token() throws SQLException {
        String token = row.getString("token");
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw invalid("token", token);
        }
        return token;
    }

    /** Checks that the row is that of a step, not of a statement. */
    void requireStep() throws SQLException {
        if (number("statement") != 0) {
            throw withoutStep();
        }
    }

    HistoryException withoutStep() throws SQLException {
        return damaged("the row of the step itself (statement 0) is missing");
    }

    private HistoryException invalid(String column, String value) throws SQLException {
        return damaged("the column " + column + " contains \"" + value + "\"");
    }

    /** Creates the exception for the current row. */
    HistoryException damaged(String problem) throws SQLException {
        String statement = row.getString("statement");
        return new HistoryException(
                HistoryException.Reason.MODIFIED,
                Outcome.NOT_DONE,
                "The journal " + journal + " was edited or damaged: in the row of step " + row.getString("step")
                        + ("0".equals(statement) ? "" : ", statement " + statement) + ", " + problem
                        + ". Nothing was changed.",
                "Restore the row. If that is not possible, bring the database to the revisions in the version table by"
                        + " hand, and drop the journal: the next run creates it again.",
                null);
    }
}
