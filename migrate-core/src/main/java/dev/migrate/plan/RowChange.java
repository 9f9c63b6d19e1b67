package dev.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One change of the version table; each changes exactly one row. Immutable. */
public sealed interface RowChange {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Returns the change that reverts this one.
     *
     * @return the change
     */
    RowChange inverse();

    /**
     * Merges consecutive updates of the same row.
     *
     * @param changes the changes of several steps, in order
     * @return equivalent changes, usually fewer
     */
    static List<RowChange> joined(List<RowChange> changes) {
        List<RowChange> joined = new ArrayList<>();
        for (RowChange change : changes) {
            int last = joined.size() - 1;
            if (change instanceof Update next
                    && last >= 0
                    && joined.get(last) instanceof Update before
                    && before.to().equals(next.from())
                    && !before.from().equals(next.to())) {
                joined.set(last, new Update(before.from(), next.to()));
            } else {
                joined.add(change);
            }
        }
        return joined;
    }

    /**
     * Inserts a row.
     *
     * @param id the id of the row
     */
    record Insert(String id) implements RowChange {

        /** Rejects null. */
        public Insert {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }

        @Override
        public RowChange inverse() {
            return new Delete(id);
        }
    }

    /**
     * Deletes a row.
     *
     * @param id the id of the row
     */
    record Delete(String id) implements RowChange {

        /** Rejects null. */
        public Delete {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }

        @Override
        public RowChange inverse() {
            return new Insert(id);
        }
    }

    /**
     * Updates a row.
     *
     * @param from the previous id
     * @param to the new id
     */
    record Update(String from, String to) implements RowChange {

        /** Rejects null. */
        public Update {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }

        @Override
        public RowChange inverse() {
            return new Update(to, from);
        }
    }

    /**
     * A visitor of row changes.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Visits an inserted row.
         *
         * @param insert the change
         * @return the result
         */
        R insert(Insert insert);

        /**
         * Visits a deleted row.
         *
         * @param delete the change
         * @return the result
         */
        R delete(Delete delete);

        /**
         * Visits an updated row.
         *
         * @param update the change
         * @return the result
         */
        R update(Update update);
    }
}
