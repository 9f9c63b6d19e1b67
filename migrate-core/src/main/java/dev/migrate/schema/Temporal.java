package dev.migrate.schema;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times in the format of the servers, with at most microseconds. */
final class Temporal {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(Locale.ROOT);

    private static final String DAY = "(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})";
    private static final String CLOCK =
            "(?<hour>-?\\d{1,3}):(?<minute>\\d{1,2}):(?<second>\\d{1,2})(?:\\.(?<fraction>\\d{1,6}))?";
    private static final Pattern DAYS = Pattern.compile(DAY);
    private static final Pattern TIMES = Pattern.compile(CLOCK);
    private static final Pattern MOMENTS = Pattern.compile(DAY + "(?:[ T]" + CLOCK + ")?");

    private Temporal() {}

    /**
     * Returns a date or time in the form in which a column of the type stores it, or the given text if it cannot be
     * parsed.
     */
    static String canonical(String text, TemporalType type) {
        boolean isDay = type.kind() == TemporalType.Kind.DATE;
        boolean isTime = type.kind() == TemporalType.Kind.TIME;
        Matcher matcher = (isDay ? DAYS : isTime ? TIMES : MOMENTS).matcher(text.strip());
        if (!matcher.matches()) {
            return text;
        }
        String day = isTime
                ? ""
                : matcher.group("year") + "-" + padded(matcher.group("month")) + "-" + padded(matcher.group("day"));
        if (isDay) {
            return day;
        }
        boolean isMidnight = matcher.group("hour") == null;
        String fraction = matcher.group("fraction") == null ? "" : matcher.group("fraction");
        if (fraction.length() > type.fraction()) {
            // The server rounds, so the result may be on another day.
            return text;
        }
        String clock = isMidnight
                ? "00:00:00"
                : padded(matcher.group("hour")) + ":" + padded(matcher.group("minute")) + ":"
                        + padded(matcher.group("second"));
        String digits = type.fraction() == 0 ? "" : "." + fraction + "0".repeat(type.fraction() - fraction.length());
        return (isTime ? "" : day + " ") + clock + digits;
    }

    private static String padded(String number) {
        boolean isNegative = number.startsWith("-");
        String digits = isNegative ? number.substring(1) : number;
        return (isNegative ? "-" : "") + (digits.length() == 1 ? "0" + digits : digits);
    }

    static String textOf(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof LocalTime time) {
            return TIME.format(whole(time, time));
        }
        if (value instanceof LocalDateTime dateTime) {
            whole(dateTime.toLocalTime(), dateTime);
            return DATE_TIME.format(dateTime);
        }
        throw new IllegalArgumentException("A value of type " + value.getClass().getName()
                + " has no SQL literal; pass a string, a number, a boolean, bytes,"
                + " or a LocalDate, LocalTime or LocalDateTime.");
    }

    /** The server would round, and the direction depends on its sql_mode. */
    private static LocalTime whole(LocalTime time, Object value) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(
                    "The servers store at most microseconds, but the value is " + value + ".");
        }
        return time;
    }
}
