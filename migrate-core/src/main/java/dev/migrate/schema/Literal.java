package dev.migrate.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A constant in a default or in an inserted row. The provider renders it as SQL. */
public sealed interface Literal {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor of constants.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /**
         * Visits NULL.
         *
         * @param literal the constant
         * @return the result
         */
        R nothing(Null literal);

        /**
         * Visits a string.
         *
         * @param literal the constant
         * @return the result
         */
        R text(Text literal);

        /**
         * Visits a number.
         *
         * @param literal the constant
         * @return the result
         */
        R number(Numeric literal);

        /**
         * Visits a boolean.
         *
         * @param literal the constant
         * @return the result
         */
        R truth(Truth literal);

        /**
         * Visits bytes.
         *
         * @param literal the constant
         * @return the result
         */
        R bytes(Bytes literal);
    }

    /** NULL. */
    record Null() implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /**
     * A string; dates and times are also represented as strings.
     *
     * @param value the string
     */
    record Text(String value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A number.
     *
     * @param value the number
     */
    record Numeric(BigDecimal value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /**
     * A boolean.
     *
     * @param value true or false
     */
    record Truth(boolean value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /**
     * Bytes.
     *
     * @param hex the bytes in hexadecimal, two uppercase digits for each
     */
    record Bytes(String hex) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytes(this);
        }
    }

    /**
     * Converts a Java value to a constant.
     *
     * <p>Values whose SQL form depends on a time zone ({@code Instant}, {@code OffsetDateTime} and so on) are rejected;
     * convert them to a {@code LocalDateTime} in the intended zone.
     *
     * @param value null, a string, a number, a boolean, bytes, an enum constant (its name), a {@code LocalDate},
     *     {@code LocalTime} or {@code LocalDateTime} (up to microseconds), or a literal
     * @return the constant
     * @throws IllegalArgumentException if the value has another type, is not finite, or is more precise than
     *     microseconds
     */
    static Literal of(@Nullable Object value) {
        if (value == null) {
            return new Null();
        }
        if (value instanceof Literal literal) {
            return literal;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return new Text(value.toString());
        }
        if (value instanceof Boolean truth) {
            return new Truth(truth);
        }
        if (value instanceof Number number) {
            return new Numeric(exact(number));
        }
        if (value instanceof Enum<?> constant) {
            return new Text(constant.name());
        }
        if (value instanceof byte[] bytes) {
            return new Bytes(HexFormat.of().withUpperCase().formatHex(bytes));
        }
        return new Text(Temporal.textOf(value));
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("There is no SQL literal for " + number + ".");
            }
            return new BigDecimal(number.toString());
        }
        return BigDecimal.valueOf(number.longValue());
    }
}
