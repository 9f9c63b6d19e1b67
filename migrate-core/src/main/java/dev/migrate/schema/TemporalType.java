package dev.migrate.schema;

/**
 * A date or time type.
 *
 * @param kind the kind
 * @param fraction the number of digits of the fractional seconds, 0 to 6; always 0 for DATE and YEAR
 */
public record TemporalType(Kind kind, int fraction) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** A date. */
        DATE,
        /** A time of day or a duration. */
        TIME,
        /** A date and a time, stored as written. */
        DATETIME,
        /** A point in time, stored in UTC and displayed in the time zone of the session. */
        TIMESTAMP,
        /** A year. */
        YEAR
    }

    /** Checks the fractional seconds. */
    public TemporalType {
        boolean hasTime = kind != Kind.DATE && kind != Kind.YEAR;
        Require.range("fraction", fraction, 0, hasTime ? 6 : 0);
    }

    /**
     * Returns whether the type has both a date and a time, so that {@code CURRENT_TIMESTAMP} is a valid default.
     *
     * @return true for DATETIME and TIMESTAMP
     */
    public boolean hasDateAndTime() {
        return kind == Kind.DATETIME || kind == Kind.TIMESTAMP;
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.temporal(this);
    }
}
