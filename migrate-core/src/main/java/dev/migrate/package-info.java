/**
 * The face of the library: {@link dev.migrate.Migrator} and the records that it returns.
 *
 * <p>Everything that the command line can do is one call of a method here.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
