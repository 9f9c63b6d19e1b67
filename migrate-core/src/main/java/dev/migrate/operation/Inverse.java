package dev.migrate.operation;

import java.util.List;

/**
 * The inverse of an operation, as far as it can be derived from the operation alone.
 *
 * <p>An inverse restores the schema. It does not restore deleted rows.
 *
 * @param <T> the type of the inverse operations
 */
public sealed interface Inverse<T> {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<T, R> visitor);

    /**
     * Returns an exact inverse that consists of one operation.
     *
     * @param operation the operation
     * @param <T> its type
     * @return the inverse
     */
    static <T> Inverse<T> exactly(T operation) {
        return new Exact<>(List.of(operation));
    }

    /**
     * A visitor of the kinds of inverses.
     *
     * @param <T> the type of the inverse operations
     * @param <R> the type of the result
     */
    interface Visitor<T, R> {
        /**
         * Visits an exact inverse.
         *
         * @param inverse the inverse
         * @return the result
         */
        R exact(Exact<T> inverse);

        /**
         * Visits an inverse that lacks details.
         *
         * @param inverse the missing details
         * @return the result
         */
        R needs(Needs<T> inverse);

        /**
         * Visits a missing inverse.
         *
         * @param inverse the reason
         * @return the result
         */
        R none(None<T> inverse);
    }

    /**
     * An inverse that restores the schema exactly.
     *
     * @param operations the inverse operations, in order
     * @param <T> their type
     */
    record Exact<T>(List<T> operations) implements Inverse<T> {
        /** Copies the list. */
        public Exact {
            operations = List.copyOf(operations);
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.exact(this);
        }
    }

    /**
     * An inverse that exists but needs details that the operation does not have.
     *
     * @param what the missing details, as a noun phrase
     * @param <T> the type of the inverse operations
     */
    record Needs<T>(String what) implements Inverse<T> {
        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.needs(this);
        }
    }

    /**
     * A missing inverse.
     *
     * @param why the reason, as a complete sentence
     * @param <T> the type of the inverse operations
     */
    record None<T>(String why) implements Inverse<T> {
        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.none(this);
        }
    }
}
