/**
 * Revisions and how they relate: ids, the graph, and the language that names places in it. Pure values, no I/O.
 */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;
