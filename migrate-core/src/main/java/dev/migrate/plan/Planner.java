package dev.migrate.plan;

import dev.migrate.error.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Plans upgrades, downgrades, stamps and new revisions. Stateless: equal arguments yield equal plans. */
public final class Planner {

    private Planner() {}

    /**
     * Plans an upgrade: the targets and everything that they need, as far as it is not applied. Other branches are not
     * changed. The plan is empty if there is nothing to do.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param targets one or more expressions, each naming a place: see {@link Target}
     * @return the plan
     * @throws RevisionException if a target is older than the current revision on its branch, one target needs another,
     *     an expression is invalid or does not resolve, or an id in the version table is unknown
     * @throws IllegalArgumentException if there is no target
     */
    public static Plan upgrade(RevisionGraph graph, Collection<String> rows, String... targets) {
        return upgrade(graph, rows, places(targets));
    }

    /**
     * Plans an upgrade to parsed places.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param targets one or more places
     * @return the plan
     * @see #upgrade(RevisionGraph, Collection, String...)
     */
    public static Plan upgrade(RevisionGraph graph, Collection<String> rows, List<Target.Place> targets) {
        return new Upgrade(graph, rows, targets).plan();
    }

    /**
     * Plans an upgrade from a given start, without a database, for SQL scripts.
     *
     * @param graph the revisions
     * @param range the range; by default, it starts at the base and ends at all heads
     * @return the plan; its rows before are those of the start
     * @throws RevisionException if the end is not a descendant of the start
     * @see #upgrade(RevisionGraph, Collection, String...)
     */
    public static Plan upgrade(RevisionGraph graph, Target.Range range) {
        return new RangePlan(graph, range).upgrade();
    }

    /**
     * Plans a downgrade: all applied descendants of the target and everything that depends on them. The plan is empty
     * if there are none.
     *
     * <p>A target with a branch ({@code label@base}, {@code label@-1}, {@code label@revision}) restricts the downgrade
     * to that branch: other revisions are reverted only if they depend on reverted ones. {@code label@base} reverts the
     * whole branch, and its ancestors that no other revision needs. Relative steps that end at the base are restricted
     * to the branch on which they started.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param target an expression for a place: see {@link Target}
     * @return the plan
     * @throws RevisionException if the target is not applied, the expression resolves to several revisions, a revision
     *     outside of the branch needs a revision to revert, no revision of the branch is applied, the expression is
     *     invalid or does not resolve, or an id in the version table is unknown
     */
    public static Plan downgrade(RevisionGraph graph, Collection<String> rows, String target) {
        return downgrade(graph, rows, TargetParser.place(target));
    }

    /**
     * Plans a downgrade to a parsed place.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param target the place
     * @return the plan
     * @see #downgrade(RevisionGraph, Collection, String)
     */
    public static Plan downgrade(RevisionGraph graph, Collection<String> rows, Target.Place target) {
        return new Downgrade(graph, rows, target).plan();
    }

    /**
     * Plans a downgrade from a given start, without a database, for SQL scripts.
     *
     * @param graph the revisions
     * @param range the range; by default, it starts at all heads and ends at the base
     * @return the plan; its rows before are those of the start
     * @throws RevisionException if the end is not an ancestor of the start
     * @see #downgrade(RevisionGraph, Collection, String)
     */
    public static Plan downgrade(RevisionGraph graph, Target.Range range) {
        return new RangePlan(graph, range).downgrade();
    }

    /**
     * Plans a stamp, which changes the version table without running migrations.
     *
     * <p>Each target replaces all rows that are its ancestors or descendants, including dependencies; unrelated rows
     * are kept; {@code base} removes all rows. A target with a branch moves only that branch, like an upgrade or
     * downgrade to it; revisions outside of the branch stay applied.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param targets one or more expressions, each naming a place: see {@link Target}
     * @return a plan without steps
     * @throws RevisionException if one target is an ancestor of another, an expression is invalid or does not resolve,
     *     or an id in the version table is unknown
     * @throws IllegalArgumentException if there is no target
     */
    public static Plan stamp(RevisionGraph graph, Collection<String> rows, String... targets) {
        return stamp(graph, rows, places(targets));
    }

    /**
     * Plans a stamp to parsed places.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param targets one or more places
     * @return a plan without steps
     * @see #stamp(RevisionGraph, Collection, String...)
     */
    public static Plan stamp(RevisionGraph graph, Collection<String> rows, List<Target.Place> targets) {
        return new Stamp(graph, rows, targets).plan();
    }

    /**
     * Plans a stamp that replaces all rows of the version table, even unknown ids. Relative targets start at the base.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order; they may be unknown
     * @param targets one or more expressions, each naming a place: see {@link Target}
     * @return a plan without steps
     * @throws RevisionException if one target is an ancestor of another, or an expression is invalid or does not
     *     resolve
     * @throws IllegalArgumentException if there is no target
     */
    public static Plan purge(RevisionGraph graph, Collection<String> rows, String... targets) {
        Plan fresh = stamp(graph, List.of(), targets);
        return Stamp.exchange(graph, rows, fresh.rowsAfter());
    }

    /**
     * Plans a single step, to complete an interrupted one.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order
     * @param direction the direction of the step
     * @param id the revision
     * @return the plan with this step, or an empty plan if the step is not possible from these rows
     * @throws dev.migrate.error.RevisionException if an id in the version table is unknown
     */
    public static Plan single(RevisionGraph graph, Collection<String> rows, Direction direction, String id) {
        Set<String> applied = graph.applied(rows);
        boolean isUp = direction == Direction.UP;
        boolean isPossible = isUp
                ? !applied.contains(id) && applied.containsAll(graph.requirements(id))
                : applied.contains(id) && graph.dependents(id).stream().noneMatch(applied::contains);
        if (!isPossible) {
            return Plan.nothing(rows);
        }
        HeadTracker heads = new HeadTracker(graph, applied, rows);
        List<RowChange> changes = isUp ? heads.up(id) : heads.down(id);
        return Plan.ofSteps(List.of(new Step(direction, graph.node(id), changes)), rows, heads.rows());
    }

    /**
     * Returns the revisions of a range, both ends included. By default, it starts at the base and ends at all heads.
     * Dependencies of its revisions are included.
     *
     * @param graph the revisions
     * @param rows the ids in the version table, in any order; used if the range is relative to them
     * @param range an expression for a range: see {@link Target}
     * @return the ids in topological order
     * @throws RevisionException if the end is not a descendant of the start, or the expression is invalid, is not a
     *     range or does not resolve
     */
    public static List<String> range(RevisionGraph graph, Collection<String> rows, String range) {
        return new HistoryRange(graph, rows, TargetParser.range(range)).newestFirst();
    }

    /**
     * Resolves the parents and dependencies of a new revision.
     *
     * @param graph the existing revisions
     * @param wanted the new revision
     * @return the new revision, with complete ids
     * @throws RevisionException if its parent already has children and it is not spliced, its parent is the only head
     *     but there are several, an expression does not resolve, or its id or a label is invalid or in use
     */
    public static RevisionNode addition(RevisionGraph graph, NewRevision wanted) {
        return new NewRevisionPlacement(graph, wanted).revision();
    }

    /**
     * Creates the revision that merges branches.
     *
     * @param graph the revisions
     * @param message the description, on one line
     * @param targets one or more expressions that resolve to at least two heads
     * @return the revision, which is not part of the graph; its id depends on its parents only
     * @throws RevisionException if there are fewer than two revisions, one of them is not a head, or an expression is
     *     invalid or does not resolve
     */
    public static RevisionNode merge(RevisionGraph graph, String message, String... targets) {
        return new Merge(graph, places(targets)).revision(message);
    }

    private static List<Target.Place> places(String... expressions) {
        List<Target.Place> places = new ArrayList<>();
        for (String expression : expressions) {
            places.add(TargetParser.place(expression));
        }
        return places;
    }
}
