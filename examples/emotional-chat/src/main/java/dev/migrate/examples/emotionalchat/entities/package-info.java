/**
 * The schema of the chat as JPA entities: what the newest migration leaves behind. A test compares the two.
 *
 * <p>The application itself talks JDBC; these are its model. A change begins here, and a migration brings the database to
 * it.
 */
@NullMarked
package dev.migrate.examples.emotionalchat.entities;

import org.jspecify.annotations.NullMarked;
