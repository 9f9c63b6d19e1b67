package dev.migrate.schema;

import java.util.Objects;

/** The default of a column. */
public sealed interface DefaultValue {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor of defaults.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /**
         * Visits a constant.
         *
         * @param value the default
         * @return the result
         */
        R constant(Constant value);

        /**
         * Visits the current time.
         *
         * @param value the default
         * @return the result
         */
        R currentTimestamp(CurrentTimestamp value);

        /**
         * Visits an expression.
         *
         * @param value the default
         * @return the result
         */
        R expression(Expression value);
    }

    /**
     * A constant.
     *
     * @param literal the constant
     */
    record Constant(Literal literal) implements DefaultValue {
        /** Rejects null. */
        public Constant {
            Objects.requireNonNull(literal, "literal");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** {@code CURRENT_TIMESTAMP}, with the fractional seconds of the column. */
    record CurrentTimestamp() implements DefaultValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.currentTimestamp(this);
        }
    }

    /**
     * An expression in the server's SQL. Not every server supports it.
     *
     * @param sql the expression, without enclosing parentheses
     */
    record Expression(String sql) implements DefaultValue {
        /** Rejects an empty expression. */
        public Expression {
            sql = Require.sql("default expression", sql);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }
}
