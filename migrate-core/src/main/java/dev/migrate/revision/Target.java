package dev.migrate.revision;

import java.util.Objects;
import java.util.Optional;

/**
 * A parsed but not yet resolved target expression: a place in the history, or a range between two places. The syntax is
 * Alembic's and is the same for every command:
 *
 * <table>
 *   <caption>Expressions</caption>
 *   <tr><th>expression</th><th>meaning</th></tr>
 *   <tr><td>{@code ae1027a6acf}, {@code ae10}</td><td>a revision, by its id or by a unique prefix</td></tr>
 *   <tr><td>{@code label}</td><td>the revision that declares the label</td></tr>
 *   <tr><td>{@code head}, {@code heads}, {@code base}</td><td>the only head, all heads, before all revisions</td></tr>
 *   <tr><td>{@code current}</td><td>the current revisions of the database</td></tr>
 *   <tr><td>{@code +2}, {@code -1}</td><td>steps relative to the current revision</td></tr>
 *   <tr><td>{@code ae10+2}, {@code head-1}, {@code base+2}</td><td>steps relative to another place</td></tr>
 *   <tr><td>{@code label@head}, {@code label@base}, {@code label@ae10}, {@code label@+1}, {@code label@head-1}</td>
 *       <td>the same, restricted to the branch of the label or revision</td></tr>
 *   <tr><td>{@code a:b}, {@code a:}, {@code :b}</td><td>a range</td></tr>
 * </table>
 *
 * <p>{@link TargetParser} reads expressions, {@link Resolver} resolves places. Immutable.
 */
public sealed interface Target {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Returns the shortest equivalent expression.
     *
     * @return an expression that parses to an equal target
     */
    String expression();

    /**
     * A place in the history.
     *
     * @param branch the label or revision, or a prefix of either, to whose branch the place is restricted; empty for no
     *     restriction
     * @param anchor the starting point
     * @param steps the number of steps from there to newer revisions, or to older ones if negative
     */
    record Place(Optional<String> branch, Anchor anchor, int steps) implements Target {

        /** Rejects null. */
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
     * A range from one place to another.
     *
     * @param start the start; the default of the command if empty
     * @param end the end; the default of the command if empty
     */
    record Range(Optional<Place> start, Optional<Place> end) implements Target {

        /** Rejects null. */
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
     * A visitor of targets.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /**
         * Visits a place.
         *
         * @param place the place
         * @return the result
         */
        R place(Place place);

        /**
         * Visits a range.
         *
         * @param range the range
         * @return the result
         */
        R range(Range range);
    }
}
