/**
 * What the library throws: the root of all errors, what an error says about the database, and the errors of the rooms
 * that are not exported (loading and running).
 *
 * <p>The ground floor of the house: nothing here knows any other package. An error that belongs to an exported room
 * stands there, for instance in {@code dev.migrate.revision}.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
