/**
 * The public API: {@link dev.migrate.Migrator} for applications, {@link dev.migrate.Authoring} for those who write
 * migrations, and the records that both return. Every command of the command line is one call of a method here.
 *
 * <p>A record component that may be absent is {@code @Nullable}; a method that may find nothing returns an
 * {@link java.util.Optional}.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
