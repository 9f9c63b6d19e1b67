package dev.migrate.schema;

/**
 * A date, a time or both.
 *
 * @param kind which one
 * @param fraction how many digits of a second are kept, 0 to 6; always 0 for DATE and YEAR
 */
public record TemporalType(Kind kind, int fraction) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** A day. */
        DATE,
        /** A time of day or a length of time. */
        TIME,
        /** A day and a time, kept as written. */
        DATETIME,
        /** A moment, kept in UTC and shown in the session's time zone. */
        TIMESTAMP,
        /** A year. */
        YEAR
    }

    /** Checks the digits. */
    public TemporalType {
        boolean hasTime = kind != Kind.DATE && kind != Kind.YEAR;
        Require.range("fraction", fraction, 0, hasTime ? 6 : 0);
    }

    /**
     * Tells whether values have a day as well as a time, so that {@code CURRENT_TIMESTAMP} is one.
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
