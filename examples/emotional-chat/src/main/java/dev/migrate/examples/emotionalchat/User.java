package dev.migrate.examples.emotionalchat;

/**
 * A user of the assistant.
 *
 * @param username the unique name
 * @param displayName the name that other users see
 * @param email the e-mail address, also unique
 */
record User(String username, String displayName, String email) {}
