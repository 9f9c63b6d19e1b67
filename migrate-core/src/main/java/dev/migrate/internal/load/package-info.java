/** Loads migrations from instances, classes, packages and source folders. */
@NullMarked
package dev.migrate.internal.load;

import org.jspecify.annotations.NullMarked;
