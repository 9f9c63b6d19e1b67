/** Finds classes by package, without loading them. Internal: it may change at any time. */
@NullMarked
package dev.migrate.internal.classpath;

import org.jspecify.annotations.NullMarked;
