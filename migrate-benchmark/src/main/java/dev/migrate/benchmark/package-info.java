/** What is claimed of speed, measured with JMH. */
@NullMarked
package dev.migrate.benchmark;

import org.jspecify.annotations.NullMarked;
