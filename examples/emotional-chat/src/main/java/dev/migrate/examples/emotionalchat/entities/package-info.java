/**
 * The schema of the chat as JPA entities. It equals the result of all migrations; a test compares the two.
 *
 * <p>The application itself uses JDBC; the entities are the model for migrations. A change starts here, and a migration
 * applies it to the database.
 */
@NullMarked
package dev.migrate.examples.emotionalchat.entities;

import org.jspecify.annotations.NullMarked;
