/**
 * Internal code: everything below this package may change at any time, and none of it is exported by the module.
 */
@NullMarked
package dev.migrate.internal;

import org.jspecify.annotations.NullMarked;
