/**
 * Plans the ordered steps to a target from the graph and the rows of the version table. Pure functions.
 *
 * <p>Steps and rows are those of Alembic 1.20, with these intended differences:
 *
 * <ul>
 *   <li>Ties are broken by id and by the order in which a revision declares its parents and dependencies, never by file
 *       names, row order or hashing.
 *   <li>An upgrade to an ancestor of the current revision is an error; an upgrade to the current revision is an empty
 *       plan.
 *   <li>A downgrade to a head whose row was replaced by a dependent revision is an empty plan, not an error.
 *   <li>A downgrade on a branch ({@code label@base}, {@code label@-3}) reverts revisions outside of the branch only if
 *       they depend on reverted ones; a branch that is not applied is an error; relative steps that end at the base are
 *       restricted to the branch on which they started.
 *   <li>A stamp of a branch ({@code label@base}, {@code label@revision}) keeps the other applied revisions.
 *   <li>Negative steps from several rows without a branch are an error, not a warning.
 *   <li>Targets of a stamp must not overlap; rows that already overlap are corrected by the next step.
 *   <li>Reverting a revision restores the row of a parent or dependency if and only if no applied revision needs it,
 *       regardless of other rows.
 * </ul>
 */
@NullMarked
package dev.migrate.plan;

import org.jspecify.annotations.NullMarked;
