/** That the example says what happens. */
@NullMarked
package dev.migrate.examples.branchedhistory;

import org.jspecify.annotations.NullMarked;
