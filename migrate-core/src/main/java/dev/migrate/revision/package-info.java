/**
 * Revisions and their relations: ids, the graph, and target expressions. Pure values, no I/O.
 *
 * <p>{@link dev.migrate.revision.RevisionGraph#of} builds and checks the graph.
 * {@link dev.migrate.revision.TargetParser} parses an expression, {@link dev.migrate.revision.Resolver} resolves it.
 * {@link dev.migrate.revision.HistoryChart} draws the graph.
 *
 * <p>Expressions have the same meaning as in Alembic 1.20, with these intended differences:
 *
 * <ul>
 *   <li>Warnings of Alembic are errors: duplicate ids, duplicate parents, missing parents. Ids that are too long for
 *       the version table and ids that are keywords are errors as well.
 *   <li>{@code current} and relative places are allowed wherever a place is, including stamps.
 *   <li>A prefix of an id and of the label of the same revision is not ambiguous; a prefix of several revisions is, and
 *       the error lists all of them.
 *   <li>A complete id with a branch to which it does not belong is an error in every command.
 *   <li>{@code +0} is the current revision; steps beyond a base are an error in both directions.
 *   <li>With a branch, steps back through a merge follow the branch.
 *   <li>Labels are inherited by ancestors of the revision that declares them, as Alembic documents, not by ancestors of
 *       the last descendant, as in its code.
 * </ul>
 *
 * <p>Algorithms use loops instead of recursion, so that a long history cannot overflow the stack.
 */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;
