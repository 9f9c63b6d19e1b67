/**
 * Revisions and how they relate: ids, the graph, and the language that names places in it. Pure values, no I/O.
 *
 * <p>{@link dev.migrate.revision.RevisionGraph#of} takes the declarations and gives a graph or says what is wrong with them.
 * {@link dev.migrate.revision.TargetParser} reads an expression, {@link dev.migrate.revision.Resolver} looks it up.
 * {@link dev.migrate.revision.HistoryChart} draws it all.
 *
 * <p>Names mean what they mean in Alembic 1.20, with these differences, all on purpose:
 *
 * <ul>
 *   <li>What Alembic only warns of is an error: an id or a parent that occurs twice, a parent that does not exist. So is an
 *       id that the version table has no room for, and one that is a word of the language.
 *   <li>{@code current} and relative places can be used wherever a place can, in a stamp too.
 *   <li>A prefix that begins an id and the label of the same revision is not ambiguous; one that begins several is said to
 *       be, with all of them.
 *   <li>A whole id on a branch of which it is no part is an error in every command.
 *   <li>{@code +0} is where the database stands; steps below a base are an error in both directions.
 *   <li>With a branch in front, steps down through a merge follow the branch.
 *   <li>A label spreads to ancestors from the revision that declares it, as Alembic documents, not from the last of its
 *       descendants, as its code does.
 * </ul>
 *
 * <p>Algorithms are loops over positions and not recursions, so that no history is too long for the stack.
 */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;
