package dev.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One change of the version table; each changes exactly one row. Immutable. */
public sealed interface RowChange {

    /**
     * Shows this change to a visitor.
     *
     * @param visitor one method for each kind of change
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Makes one move of moves that follow each other.
     *
     * @param changes the changes of several steps, in their order
     * @return changes that do the same, as a rule fewer
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
     * A row is added.
     *
     * @param id the id that the row holds
     */
    record Insert(String id) implements RowChange {

        /** Refuses null. */
        public Insert {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }
    }

    /**
     * A row is removed.
     *
     * @param id the id that the row held
     */
    record Delete(String id) implements RowChange {

        /** Refuses null. */
        public Delete {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }
    }

    /**
     * A row moves from one id to another.
     *
     * @param from the id that the row held
     * @param to the id that it holds now
     */
    record Update(String from, String to) implements RowChange {

        /** Refuses null. */
        public Update {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }
    }

    /**
     * Does something for each kind of change.
     *
     * @param <R> what comes out of it
     */
    interface Visitor<R> {

        /**
         * Visits a row that is added.
         *
         * @param insert the change
         * @return anything
         */
        R insert(Insert insert);

        /**
         * Visits a row that is removed.
         *
         * @param delete the change
         * @return anything
         */
        R delete(Delete delete);

        /**
         * Visits a row that moves.
         *
         * @param update the change
         * @return anything
         */
        R update(Update update);
    }
}
