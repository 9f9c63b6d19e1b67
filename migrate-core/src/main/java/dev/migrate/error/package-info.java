/**
 * The exceptions that the library throws. {@link dev.migrate.error.MigrateException} is their root; each subclass is
 * one kind of failure, with a reason where callers may want to distinguish further.
 *
 * <p>All other packages may depend on this one; it depends on none of them. That is why it is not part of
 * {@code dev.migrate}.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
