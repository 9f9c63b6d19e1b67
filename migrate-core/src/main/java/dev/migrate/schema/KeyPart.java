package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/** One of the things that a key orders rows by. */
public sealed interface KeyPart {

    /**
     * Tells whether the greatest comes first.
     *
     * @return true if it is descending
     */
    boolean isDescending();

    /**
     * The same part with the greatest first.
     *
     * @return the part
     */
    KeyPart descending();

    /**
     * Lets a visitor see which kind of part this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * What to do for each kind of part.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /**
         * Visits a column.
         *
         * @param part the part
         * @return the result
         */
        R column(OfColumn part);

        /**
         * Visits an expression.
         *
         * @param part the part
         * @return the result
         */
        R expression(OfExpression part);
    }

    /**
     * A column as a part of a key.
     *
     * @param name the column's name
     * @return the part
     */
    static OfColumn column(String name) {
        return new OfColumn(name, null, false);
    }

    /**
     * An expression as a part of a key.
     *
     * @param sql the expression in the server's SQL, without parentheses around it
     * @return the part
     */
    static OfExpression expression(String sql) {
        return new OfExpression(sql, false);
    }

    /**
     * A column, or the beginning of its values.
     *
     * @param name the column's name
     * @param length how many characters or bytes of each value count, or null for all
     * @param isDescending whether the greatest comes first
     */
    record OfColumn(String name, @Nullable Integer length, boolean isDescending) implements KeyPart {
        /** Refuses an empty name, and a length that is not positive. */
        public OfColumn {
            Require.name("a column of a key", name);
            if (length != null) {
                Require.range("length of the prefix of " + name, length, 1, 65_535);
            }
        }

        /**
         * The same part with only the beginning of each value.
         *
         * @param characters how many characters, or bytes of a binary column
         * @return the part
         */
        public OfColumn length(int characters) {
            return new OfColumn(name, characters, isDescending);
        }

        @Override
        public OfColumn descending() {
            return new OfColumn(name, length, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /**
     * An expression. Not every server supports it.
     *
     * @param sql the expression in the server's SQL, without parentheses around it
     * @param isDescending whether the greatest comes first
     */
    record OfExpression(String sql, boolean isDescending) implements KeyPart {
        /** Refuses an empty expression. */
        public OfExpression {
            sql = Require.sql("expression of a key", sql);
        }

        @Override
        public OfExpression descending() {
            return new OfExpression(sql, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }
}
