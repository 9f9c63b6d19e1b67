/**
 * From the graph, the rows of the version table and a target to the ordered steps that lead there. Pure functions.
 *
 * <p>Steps and rows are those of Alembic 1.20, with these differences, all on purpose:
 *
 * <ul>
 *   <li>Ties are broken by id and by the order in which a revision declares its parents and dependencies, never by file
 *       names, row order or hashing.
 *   <li>An upgrade to a revision that is behind is an error; only being there already is an empty plan.
 *   <li>A downgrade to the end of a line whose row a dependency has taken is an empty plan, not an error.
 *   <li>Going down on a branch ({@code label@base}, {@code label@-3}) never undoes what is outside of it, unless that
 *       depends on what goes; a branch that is not applied is an error; steps that end at the base are confined to the
 *       line on which they were counted.
 *   <li>A stamp of a branch ({@code label@base}, {@code label@revision}) keeps the rest of what is applied.
 *   <li>Steps down from several rows without a branch are an error, not a warning.
 *   <li>Targets of a stamp must not overlap; rows that overlap already are put right by the next step.
 *   <li>A revision that goes down gives back a row exactly where nothing that is still applied implies it, whatever
 *       other rows there are.
 * </ul>
 */
@NullMarked
package dev.migrate.plan;

import org.jspecify.annotations.NullMarked;
