/** Two schemas → the changes that lead from one to the other, in an order that runs. Pure: nothing here asks a database. */
@NullMarked
package dev.migrate.diff;

import org.jspecify.annotations.NullMarked;
