/**
 * A small chat application that manages its schema with Migrate: read
 * {@link dev.migrate.examples.emotionalchat.EmotionalChat} first, then the migrations.
 */
@NullMarked
package dev.migrate.examples.emotionalchat;

import org.jspecify.annotations.NullMarked;
