/** The claims about performance, measured with JMH. */
@NullMarked
package dev.migrate.benchmark;

import org.jspecify.annotations.NullMarked;
