package dev.migrate.examples.emotionalchat;

/**
 * Someone who talks to the assistant.
 *
 * @param username the unique name
 * @param displayName the name that others see
 * @param email the address, unique as well
 */
record User(String username, String displayName, String email) {}
