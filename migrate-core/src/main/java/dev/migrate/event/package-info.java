/** The events of a run. */
@NullMarked
package dev.migrate.event;

import org.jspecify.annotations.NullMarked;
