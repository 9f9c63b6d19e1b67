package dev.migrate.examples.emotionalchat;

import static dev.migrate.examples.emotionalchat.Feeling.FEAR;
import static dev.migrate.examples.emotionalchat.Feeling.JOY;
import static dev.migrate.examples.emotionalchat.Feeling.NEUTRAL;
import static dev.migrate.examples.emotionalchat.Feeling.SADNESS;
import static dev.migrate.examples.emotionalchat.Feeling.SURPRISE;
import static dev.migrate.examples.emotionalchat.Message.Sender.ASSISTANT;
import static dev.migrate.examples.emotionalchat.Message.Sender.USER;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation between a user and the assistant.
 *
 * @param user the user
 * @param title the topic
 * @param messages the messages, in order
 * @param feedback the user's feedback, or null if there is none
 */
record Conversation(
        User user,
        String title,
        List<Message> messages,
        @Nullable Feedback feedback) {

    private static final String MODEL = "feelings-small-2";

    Conversation {
        messages = List.copyOf(messages);
    }

    /** The conversation that the example stores. */
    static Conversation example(LocalDateTime beginning) {
        LocalDateTime start = beginning.truncatedTo(ChronoUnit.MILLIS);
        return new Conversation(
                new User("maya", "Maya Lindqvist", "maya@example.com"),
                "The night before the exam",
                List.of(
                        new Message(
                                USER,
                                start,
                                "I can't sleep, the exam is tomorrow 😰",
                                null,
                                new Emotion(MODEL, FEAR, 0.87, Map.of(FEAR, 0.87, SADNESS, 0.09, NEUTRAL, 0.04))),
                        new Message(
                                ASSISTANT,
                                start.plusSeconds(2),
                                "That is hard. Let's breathe together for a minute: in for four, out for four. 🌙",
                                "breathe-in-fours",
                                null),
                        new Message(
                                USER,
                                start.plusSeconds(95),
                                "Oh, that really helped. Danke schön! 😊",
                                null,
                                new Emotion(MODEL, JOY, 0.91, Map.of(JOY, 0.91, SURPRISE, 0.06, NEUTRAL, 0.03)))),
                new Feedback(5, "empathy", "It listened to me. 💛"));
    }
}
