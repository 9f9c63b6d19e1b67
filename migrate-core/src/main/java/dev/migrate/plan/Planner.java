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

/**
 * Plans what has to happen to bring a database from where it stands to where it shall stand. Stateless: equal arguments
 * give equal plans.
 */
public final class Planner {

    private Planner() {}

    /**
     * Plans an upgrade: everything that the targets need and that is not applied. Other branches stay as they are. The
     * plan is empty if the database is already there.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param targets one or more expressions, each naming a place: see {@link Target}
     * @return the plan
     * @throws RevisionException if a target is below where the database stands on that line, or if one target needs
     *     another, or if an expression cannot be read or names nothing, or a stored id is unknown; its subclasses say
     *     which
     * @throws IllegalArgumentException if there is no target at all
     */
    public static Plan upgrade(RevisionGraph graph, Collection<String> rows, String... targets) {
        return upgrade(graph, rows, places(targets));
    }

    /**
     * Plans an upgrade to places that were already read.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param targets one or more places
     * @return the plan
     * @see #upgrade(RevisionGraph, Collection, String...)
     */
    public static Plan upgrade(RevisionGraph graph, Collection<String> rows, List<Target.Place> targets) {
        return new Upgrade(graph, rows, targets).plan();
    }

    /**
     * Plans an upgrade whose start is given and not read from a database, for SQL that is written to a file.
     *
     * @param graph the revisions
     * @param range from where to where; without a start from the base, without an end to all heads
     * @return the plan; its rows before are those of the start
     * @throws RevisionException if the end is not above the start
     * @see #upgrade(RevisionGraph, Collection, String...)
     */
    public static Plan upgrade(RevisionGraph graph, Target.Range range) {
        return new RangePlan(graph, range).upgrade();
    }

    /**
     * Plans a downgrade: everything that is applied above the target, and everything that depends on it. The plan is
     * empty if nothing is.
     *
     * <p>A branch in front of the target ({@code label@base}, {@code label@-1}, {@code label@revision}) confines the
     * downgrade to the lines through it: revisions outside of them are undone only if they depend on what goes. At
     * {@code label@base} everything on these lines goes that nothing else stands on. Steps down that end at the base are
     * confined to the line on which they were counted.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param target an expression that names one place: see {@link Target}
     * @return the plan
     * @throws RevisionException if the target is not applied, or if the expression names several revisions, or if
     *     something outside of the branch stands on what would have to be undone, or if nothing of the branch is
     *     applied, or if the expression cannot be read or names nothing, or a stored id is unknown; its subclasses say
     *     which
     */
    public static Plan downgrade(RevisionGraph graph, Collection<String> rows, String target) {
        return downgrade(graph, rows, TargetParser.place(target));
    }

    /**
     * Plans a downgrade to a place that was already read.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param target the place
     * @return the plan
     * @see #downgrade(RevisionGraph, Collection, String)
     */
    public static Plan downgrade(RevisionGraph graph, Collection<String> rows, Target.Place target) {
        return new Downgrade(graph, rows, target).plan();
    }

    /**
     * Plans a downgrade whose start is given and not read from a database, for SQL that is written to a file.
     *
     * @param graph the revisions
     * @param range from where to where; without a start from all heads, without an end to the base
     * @return the plan; its rows before are those of the start
     * @throws RevisionException if the end is not below the start
     * @see #downgrade(RevisionGraph, Collection, String)
     */
    public static Plan downgrade(RevisionGraph graph, Target.Range range) {
        return new RangePlan(graph, range).downgrade();
    }

    /**
     * Plans a stamp: the version table is told where the database stands, and no migration runs.
     *
     * <p>Each target takes the place of all rows above and below it, dependencies counted; rows that have nothing to do
     * with it stay; {@code base} removes all rows. A branch in front of the target moves that branch alone, as an upgrade
     * or downgrade to it would: what is outside of the branch stays applied.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param targets one or more expressions, each naming a place: see {@link Target}
     * @return a plan without steps
     * @throws RevisionException if one target is below another, or if an expression cannot be read or names nothing, or
     *     a stored id is unknown; its subclasses say which
     * @throws IllegalArgumentException if there is no target at all
     */
    public static Plan stamp(RevisionGraph graph, Collection<String> rows, String... targets) {
        return stamp(graph, rows, places(targets));
    }

    /**
     * Plans a stamp to places that were already read.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param targets one or more places
     * @return a plan without steps
     * @see #stamp(RevisionGraph, Collection, String...)
     */
    public static Plan stamp(RevisionGraph graph, Collection<String> rows, List<Target.Place> targets) {
        return new Stamp(graph, rows, targets).plan();
    }

    /**
     * Plans a stamp that forgets what the version table holds, even ids that no revision has: afterwards it holds the
     * targets and nothing else. Relative targets count from the base.
     *
     * @param graph the revisions
     * @param rows whatever the version table holds, in any order
     * @param targets one or more expressions, each naming a place: see {@link Target}
     * @return a plan without steps
     * @throws RevisionException if one target is below another, or if an expression cannot be read or names nothing;
     *     its subclasses say which
     * @throws IllegalArgumentException if there is no target at all
     */
    public static Plan purge(RevisionGraph graph, Collection<String> rows, String... targets) {
        Plan fresh = stamp(graph, List.of(), targets);
        return Stamp.exchange(graph, rows, fresh.rowsAfter());
    }

    /**
     * Plans one step that is known already, because it was begun: nothing else is planned.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order
     * @param direction the way of the step
     * @param id the revision
     * @return the plan with this one step, or without any if it does not fit where the database stands
     * @throws dev.migrate.error.RevisionException if a stored id is unknown
     */
    public static Plan single(RevisionGraph graph, Collection<String> rows, Direction direction, String id) {
        Set<String> applied = graph.applied(rows);
        boolean isUp = direction == Direction.UP;
        boolean isPossible = isUp
                ? !applied.contains(id) && applied.containsAll(graph.requirements(id))
                : applied.contains(id) && graph.followers(id).stream().noneMatch(applied::contains);
        if (!isPossible) {
            return Plan.nothing(rows);
        }
        HeadTracker heads = new HeadTracker(graph, applied, rows);
        List<RowChange> changes = isUp ? heads.up(id) : heads.down(id);
        return Plan.ofSteps(List.of(new Step(direction, graph.node(id), changes)), rows, heads.rows());
    }

    /**
     * Lists the revisions of a range, both ends included. Without a start it begins at the base, without an end it goes
     * to all heads. What the revisions depend on is part of it.
     *
     * @param graph the revisions
     * @param rows the ids that the version table holds, in any order; they matter where the range is relative to them
     * @param range an expression that names a range: see {@link Target}
     * @return the ids, each before what it needs
     * @throws RevisionException if the end does not need the start, or if the expression cannot be read, is no range,
     *     or names nothing; its subclasses say which
     */
    public static List<String> range(RevisionGraph graph, Collection<String> rows, String range) {
        return new HistoryRange(graph, rows, TargetParser.range(range)).newestFirst();
    }

    /**
     * Finds the place of a new revision in the graph.
     *
     * @param graph the revisions that are there
     * @param wanted the new one
     * @return the new one with its parents and with whole ids
     * @throws RevisionException if others follow already what it shall follow, and that is not said to be meant, or if
     *     it shall follow the head, and there are several, or if an expression names nothing, or its id or a label is
     *     in use or cannot be used; its subclasses say which
     */
    public static RevisionNode addition(RevisionGraph graph, NewRevision wanted) {
        return new NewRevisionPlacement(graph, wanted).revision();
    }

    /**
     * Describes the revision that joins lines.
     *
     * @param graph the revisions
     * @param message what the revision says of itself, in one line
     * @param targets one or more expressions that together name two heads at least
     * @return the revision, which is not part of the graph; its id depends on its parents only
     * @throws RevisionException if there are not two revisions, or if another follows one of them, or if an expression
     *     cannot be read or names nothing; its subclasses say which
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
