package dev.migrate.examples.emotionalchat;

/**
 * What a user thinks of a conversation.
 *
 * @param rating 1 (bad) to 5 (good)
 * @param category what it is about: helpful, empathy, accuracy or other
 * @param remark in the user's own words
 */
record Feedback(int rating, String category, String remark) {}
