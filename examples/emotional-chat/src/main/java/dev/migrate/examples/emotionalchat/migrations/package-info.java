/** The migrations of the chat: one class for each step, named by its number. */
@NullMarked
package dev.migrate.examples.emotionalchat.migrations;

import org.jspecify.annotations.NullMarked;
