/** Tests of the example. */
@NullMarked
package dev.migrate.examples.branchedhistory;

import org.jspecify.annotations.NullMarked;
