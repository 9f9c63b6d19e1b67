/** Observations and gauges for Micrometer. */
@NullMarked
package dev.migrate.micrometer;

import org.jspecify.annotations.NullMarked;
