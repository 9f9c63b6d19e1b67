package dev.migrate.operation;

import java.util.List;

/**
 * What takes an operation back, as far as that can be known from the operation alone.
 *
 * <p>What is given back is the schema. Rows that an operation removed are gone, and the inverse does not bring them back.
 *
 * @param <T> the operations that it consists of
 */
public sealed interface Inverse<T> {

    /**
     * Lets a visitor see which kind of inverse this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<T, R> visitor);

    /**
     * An exact inverse of one operation.
     *
     * @param operation the operation
     * @param <T> its type
     * @return the inverse
     */
    static <T> Inverse<T> exactly(T operation) {
        return new Exact<>(List.of(operation));
    }

    /**
     * What to do for each kind of inverse.
     *
     * @param <T> the operations that the inverse consists of
     * @param <R> the result
     */
    interface Visitor<T, R> {
        /**
         * Visits an inverse that gives back the schema as it was.
         *
         * @param inverse the inverse
         * @return the result
         */
        R exact(Exact<T> inverse);

        /**
         * Visits an inverse that lacks something.
         *
         * @param inverse what it lacks
         * @return the result
         */
        R needs(Needs<T> inverse);

        /**
         * Visits the absence of an inverse.
         *
         * @param inverse why there is none
         * @return the result
         */
        R none(None<T> inverse);
    }

    /**
     * The schema is as it was after these operations.
     *
     * @param operations what to do, in this order
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
     * There is an inverse, but the operation does not carry all that it needs.
     *
     * @param what what to hand over to the operation, as the object of "give"
     * @param <T> the operations that it would consist of
     */
    record Needs<T>(String what) implements Inverse<T> {
        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.needs(this);
        }
    }

    /**
     * Nothing can be known to take the operation back.
     *
     * @param why a whole sentence
     * @param <T> the operations that it would consist of
     */
    record None<T>(String why) implements Inverse<T> {
        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.none(this);
        }
    }
}
