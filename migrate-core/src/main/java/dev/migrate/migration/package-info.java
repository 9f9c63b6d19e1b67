/**
 * The API for authors of migrations: the interface to implement and the annotation that places a migration in the
 * revision graph.
 */
@NullMarked
package dev.migrate.migration;

import org.jspecify.annotations.NullMarked;
