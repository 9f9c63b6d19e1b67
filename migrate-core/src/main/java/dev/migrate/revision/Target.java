package dev.migrate.revision;

import java.util.Objects;
import java.util.Optional;

/**
 * An expression of the identifier language, read but not yet looked up: it names a place in the history, or a range
 * between two places. The language is Alembic's, the same for every command:
 *
 * <table>
 *   <caption>Expressions</caption>
 *   <tr><th>expression</th><th>names</th></tr>
 *   <tr><td>{@code ae1027a6acf}, {@code ae10}</td><td>a revision by its id, or by a beginning that no other has</td></tr>
 *   <tr><td>{@code label}</td><td>the revision that declares the label</td></tr>
 *   <tr><td>{@code head}, {@code heads}, {@code base}</td><td>the only end, all ends, before everything</td></tr>
 *   <tr><td>{@code current}</td><td>where the database stands</td></tr>
 *   <tr><td>{@code +2}, {@code -1}</td><td>steps from where the database stands</td></tr>
 *   <tr><td>{@code ae10+2}, {@code head-1}, {@code base+2}</td><td>steps from somewhere else</td></tr>
 *   <tr><td>{@code label@head}, {@code label@base}, {@code label@ae10}, {@code label@+1}, {@code label@head-1}</td>
 *       <td>any of these, within the lines through the label (or revision) in front</td></tr>
 *   <tr><td>{@code a:b}, {@code a:}, {@code :b}</td><td>a range</td></tr>
 * </table>
 *
 * <p>{@link TargetParser} reads expressions, {@link Resolver} looks places up. Immutable.
 */
public sealed interface Target {

    /**
     * Shows this target to a visitor.
     *
     * @param visitor one method for each kind of target
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * The expression in its shortest form; parsing it gives an equal target.
     *
     * @return an expression
     */
    String expression();

    /**
     * A place in the history.
     *
     * @param branch the label or revision (or the beginning of either) whose lines the place is on; empty for any
     * @param anchor where to start from
     * @param steps how many steps to go up from there, or down if negative
     */
    record Place(Optional<String> branch, Anchor anchor, int steps) implements Target {

        /** Refuses null. */
        public Place {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(anchor, "anchor");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.place(this);
        }

        @Override
        public String expression() {
            boolean isImplied = steps != 0 && anchor instanceof Anchor.Current;
            return branch.map(name -> name + "@").orElse("")
                    + (isImplied ? "" : anchor.accept(new AnchorText()))
                    + (steps == 0 ? "" : (steps > 0 ? "+" : "") + steps);
        }

        @Override
        public String toString() {
            return expression();
        }
    }

    /**
     * From one place to another.
     *
     * @param start where it starts; empty for the beginning, whatever that is to the one who asks
     * @param end where it ends; empty for the end
     */
    record Range(Optional<Place> start, Optional<Place> end) implements Target {

        /** Refuses null. */
        public Range {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(end, "end");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }

        @Override
        public String expression() {
            return start.map(Place::expression).orElse("")
                    + ":"
                    + end.map(Place::expression).orElse("");
        }

        @Override
        public String toString() {
            return expression();
        }
    }

    /**
     * Does something for each kind of target.
     *
     * @param <R> what comes out of it
     */
    interface Visitor<R> {

        /**
         * Visits a place.
         *
         * @param place the place
         * @return anything
         */
        R place(Place place);

        /**
         * Visits a range.
         *
         * @param range the range
         * @return anything
         */
        R range(Range range);
    }
}
