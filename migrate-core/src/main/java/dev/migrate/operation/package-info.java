/**
 * What can be done to a database, as data: a sealed family of records, and the recorder that migrations write against.
 *
 * <p>Nothing here knows SQL. What an operation becomes on a server is for {@code dev.migrate.dialect} to say.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
