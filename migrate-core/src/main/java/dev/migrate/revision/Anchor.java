package dev.migrate.revision;

import java.util.Objects;

/** Where a {@link Target.Place} starts from, before any steps. */
public sealed interface Anchor {

    /**
     * Shows this anchor to a visitor.
     *
     * @param visitor one method for each kind of anchor
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /** Before everything: {@code base}. */
    record Base() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.base(this);
        }
    }

    /** The only end of the lines: {@code head}. */
    record Head() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.head(this);
        }
    }

    /** All ends: {@code heads}. */
    record Heads() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heads(this);
        }
    }

    /** Where the database stands: {@code current}, or nothing before {@code +1}. */
    record Current() implements Anchor {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current(this);
        }
    }

    /**
     * A revision by its id or label, or by the beginning of either.
     *
     * @param name the text as it was given
     */
    record Named(String name) implements Anchor {

        /** Refuses null. */
        public Named {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /**
     * Does something for each kind of anchor.
     *
     * @param <R> what comes out of it
     */
    interface Visitor<R> {

        /**
         * Visits the base.
         *
         * @param base the anchor
         * @return anything
         */
        R base(Base base);

        /**
         * Visits the only head.
         *
         * @param head the anchor
         * @return anything
         */
        R head(Head head);

        /**
         * Visits all heads.
         *
         * @param heads the anchor
         * @return anything
         */
        R heads(Heads heads);

        /**
         * Visits the current state.
         *
         * @param current the anchor
         * @return anything
         */
        R current(Current current);

        /**
         * Visits a name.
         *
         * @param named the anchor
         * @return anything
         */
        R named(Named named);
    }
}
