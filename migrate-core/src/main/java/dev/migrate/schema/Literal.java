package dev.migrate.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A constant, as it stands in a default or in an inserted row. How it is written in SQL is the dialect's business. */
public sealed interface Literal {

    /**
     * Lets a visitor see which kind of constant this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * What to do for each kind of constant.
     *
     * @param <R> the result
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
         * Visits a text.
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
         * Visits a truth value.
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

    /** The absence of a value. */
    record Null() implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /**
     * A text; dates and times are texts, too.
     *
     * @param value the text
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
     * A truth value.
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
     * @param hex the bytes as hexadecimal digits, two for each, upper case
     */
    record Bytes(String hex) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytes(this);
        }
    }

    /**
     * Turns a Java value into a constant.
     *
     * <p>Moments that need a time zone to be written down ({@code Instant}, {@code OffsetDateTime} and so on) are
     * refused: which zone is meant is for the caller to say, by handing over a {@code LocalDateTime}.
     *
     * @param value null, a string, a number, a truth value, bytes, an enum constant (its name), a {@code LocalDate},
     *     {@code LocalTime} or {@code LocalDateTime} (up to microseconds), or a literal
     * @return the constant
     * @throws IllegalArgumentException if the value is of no such type, is not finite, or is finer than microseconds
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
                throw new IllegalArgumentException("SQL has no literal for " + number + ".");
            }
            return new BigDecimal(number.toString());
        }
        return BigDecimal.valueOf(number.longValue());
    }
}
