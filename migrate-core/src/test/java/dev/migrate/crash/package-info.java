/**
 * The crash harness: kills runners, connections and servers at every boundary of a run, and looks whether a plain run
 * afterwards ends where an uninterrupted one does.
 */
@NullMarked
package dev.migrate.crash;

import org.jspecify.annotations.NullMarked;
