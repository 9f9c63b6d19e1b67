package dev.migrate.internal.mysql.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of an event: one time, or an interval with an optional start and end. Immutable.
 *
 * @param at the time of an event that happens once, or null
 * @param every the interval of a recurring event, or null
 * @param starts the start, or null for the time of the creation
 * @param ends the end, or null
 */
public record EventSchedule(
        @Nullable String at,
        @Nullable String every,
        @Nullable String starts,
        @Nullable String ends) {

    private static final Pattern CONSTANT = Pattern.compile("(?i)(?:timestamp\\s*)?['\"0-9].*", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("'\\d{4}-\\d{2}-\\d{2}'");

    /** Returns the schedule with constants as the server writes them. */
    EventSchedule canonical() {
        return new EventSchedule(canonical(at), every, canonical(starts), canonical(ends));
    }

    private static @Nullable String canonical(@Nullable String time) {
        return time != null && DATE.matcher(time).matches()
                ? time.substring(0, time.length() - 1) + " 00:00:00'"
                : time;
    }

    /** Replaces times that depend on the time of the creation by those of another schedule of the same kind. */
    EventSchedule completed(EventSchedule other) {
        return new EventSchedule(
                isRelative(at) && other.at != null ? other.at : at,
                every,
                every != null && (starts == null || isRelative(starts)) ? other.starts : starts,
                isRelative(ends) && other.ends != null ? other.ends : ends);
    }

    /** Replaces times by those of the statement that created the event, if they depend on the time of the creation. */
    EventSchedule specified(EventSchedule statement) {
        return new EventSchedule(
                isRelative(statement.at) ? statement.at : at,
                every,
                statement.starts == null || isRelative(statement.starts) ? statement.starts : starts,
                isRelative(statement.ends) ? statement.ends : ends);
    }

    private static boolean isRelative(@Nullable String time) {
        return time != null && !CONSTANT.matcher(time).matches();
    }

    /** Returns the SQL after {@code ON SCHEDULE}. */
    String text() {
        return at != null
                ? "AT " + at
                : "EVERY " + every + (starts == null ? "" : " STARTS " + starts)
                        + (ends == null ? "" : " ENDS " + ends);
    }
}
