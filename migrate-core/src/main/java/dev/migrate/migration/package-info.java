/**
 * What a migration is: the interface that its author implements and the annotation that places it among the others.
 */
@NullMarked
package dev.migrate.migration;

import org.jspecify.annotations.NullMarked;
