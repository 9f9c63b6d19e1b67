/**
 * Java sources of migrations: the options by which they are written, and what was written.
 *
 * <p>A record component that may be absent is {@code @Nullable}.
 */
@NullMarked
package dev.migrate.source;

import org.jspecify.annotations.NullMarked;
