package dev.migrate.schema;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates and times in the form that the servers read, which keep at most microseconds. */
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

    private Temporal() {}

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
                + " has no literal in SQL; hand over a string, a number, a boolean, bytes,"
                + " or a LocalDate, LocalTime or LocalDateTime.");
    }

    /** The server would round, and which way depends on its sql_mode. */
    private static LocalTime whole(LocalTime time, Object value) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("The servers keep at most microseconds, but got " + value + ".");
        }
        return time;
    }
}
