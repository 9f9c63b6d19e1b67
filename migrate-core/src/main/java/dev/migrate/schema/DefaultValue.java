package dev.migrate.schema;

import java.util.Objects;

/** What a column holds where a row does not say. */
public sealed interface DefaultValue {

    /**
     * Lets a visitor see which kind of default this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * What to do for each kind of default.
     *
     * @param <R> the result
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
        /** Refuses null. */
        public Constant {
            Objects.requireNonNull(literal, "literal");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** {@code CURRENT_TIMESTAMP}, with as many digits of a second as the column keeps. */
    record CurrentTimestamp() implements DefaultValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.currentTimestamp(this);
        }
    }

    /**
     * An expression in the server's SQL. Not every server supports it.
     *
     * @param sql the expression, without parentheses around it
     */
    record Expression(String sql) implements DefaultValue {
        /** Refuses an empty expression. */
        public Expression {
            sql = Require.sql("default expression", sql);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }
}
