package dev.migrate.revision;

import java.util.Objects;

/** The starting point of a {@link Target.Place}, before any steps. */
public sealed interface Anchor {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /** {@code base}: before all revisions. */
    record Base() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.base(this);
        }
    }

    /** {@code head}: the only head. */
    record Head() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.head(this);
        }
    }

    /** {@code heads}: all heads. */
    record Heads() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heads(this);
        }
    }

    /** {@code current}, or nothing before {@code +1}: the current revisions of the database. */
    record Current() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current(this);
        }
    }

    /**
     * A revision, by its id or label, or by a prefix of either.
     *
     * @param name the text as given
     */
    record Named(String name) implements Anchor {

        /** Rejects null. */
        public Named {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /**
     * A visitor of anchors.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Visits the base.
         *
         * @param base the anchor
         * @return the result
         */
        R base(Base base);

        /**
         * Visits the only head.
         *
         * @param head the anchor
         * @return the result
         */
        R head(Head head);

        /**
         * Visits all heads.
         *
         * @param heads the anchor
         * @return the result
         */
        R heads(Heads heads);

        /**
         * Visits the current state.
         *
         * @param current the anchor
         * @return the result
         */
        R current(Current current);

        /**
         * Visits a name.
         *
         * @param named the anchor
         * @return the result
         */
        R named(Named named);
    }
}
