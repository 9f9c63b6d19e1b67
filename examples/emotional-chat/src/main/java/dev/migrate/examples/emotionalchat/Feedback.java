package dev.migrate.examples.emotionalchat;

/**
 * The feedback of a user on a conversation.
 *
 * @param rating 1 (bad) to 5 (good)
 * @param category the category: helpful, empathy, accuracy or other
 * @param remark a comment in the user's own words
 */
record Feedback(int rating, String category, String remark) {}
