/**
 * The crash tests: they kill runs, connections and servers at every boundary of a run, and check that the next run
 * reaches the state of an uninterrupted one.
 */
@NullMarked
package dev.migrate.crash;

import org.jspecify.annotations.NullMarked;
