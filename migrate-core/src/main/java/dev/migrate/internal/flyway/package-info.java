/** Imports the migrations of Flyway. Internal: it may change at any time. */
@NullMarked
package dev.migrate.internal.flyway;

import org.jspecify.annotations.NullMarked;
