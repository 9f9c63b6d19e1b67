/** The history of a shop that several teams write at: lines part, join, and depend on each other. */
@NullMarked
package dev.migrate.examples.branchedhistory;

import org.jspecify.annotations.NullMarked;
