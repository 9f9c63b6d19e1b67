/** Compares two schemas and derives the changes, in an executable order. Pure: no access to a database. */
@NullMarked
package dev.migrate.diff;

import org.jspecify.annotations.NullMarked;
