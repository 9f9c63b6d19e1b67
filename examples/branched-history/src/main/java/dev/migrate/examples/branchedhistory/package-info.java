/** The history of a shop, maintained by several teams, with branches, merges and dependencies. */
@NullMarked
package dev.migrate.examples.branchedhistory;

import org.jspecify.annotations.NullMarked;
