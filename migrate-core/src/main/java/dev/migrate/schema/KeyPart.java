package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a key: a column, a column prefix, or an expression. */
public sealed interface KeyPart {

    /**
     * Returns whether the order is descending.
     *
     * @return true if it is descending
     */
    boolean isDescending();

    /**
     * Returns the same part in descending order.
     *
     * @return the part
     */
    KeyPart descending();

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor of parts.
     *
     * @param <R> the type of the result
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
     * Creates a part that consists of a column.
     *
     * @param name the column's name
     * @return the part
     */
    static OfColumn column(String name) {
        return new OfColumn(name, null, false);
    }

    /**
     * Creates a part that consists of an expression.
     *
     * @param sql the expression in the server's SQL, without enclosing parentheses
     * @return the part
     */
    static OfExpression expression(String sql) {
        return new OfExpression(sql, false);
    }

    /**
     * Checks whether a key begins with columns, so that it can serve a foreign key on them.
     *
     * @param key the parts of the key
     * @param columns the names of the columns, in any case
     * @return true if the first parts are these whole columns, in this order
     */
    static boolean beginWith(List<KeyPart> key, List<String> columns) {
        if (key.size() < columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            boolean isSame = key.get(i) instanceof OfColumn part
                    && part.length() == null
                    && Require.folded(part.name()).equals(Require.folded(columns.get(i)));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    /**
     * A column or a column prefix.
     *
     * @param name the column's name
     * @param length the length of the prefix in characters or bytes, or null for the whole column
     * @param isDescending whether the order is descending
     */
    record OfColumn(String name, @Nullable Integer length, boolean isDescending) implements KeyPart {
        /** Rejects an empty name, and a length that is not positive. */
        public OfColumn {
            Require.name("a column of a key", name);
            if (length != null) {
                Require.range("length of the prefix of " + name, length, 1, 65_535);
            }
        }

        /**
         * Returns the same part with a prefix length.
         *
         * @param characters the length of the prefix in characters, or in bytes for a binary column
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
     * @param sql the expression in the server's SQL, without enclosing parentheses
     * @param isDescending whether the order is descending
     */
    record OfExpression(String sql, boolean isDescending) implements KeyPart {
        /** Rejects an empty expression. */
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
