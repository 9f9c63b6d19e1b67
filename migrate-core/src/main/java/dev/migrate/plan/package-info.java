/**
 * From the graph, the rows of the version table and a target to the ordered steps that lead there. Pure functions.
 */
@NullMarked
package dev.migrate.plan;

import org.jspecify.annotations.NullMarked;
