package dev.migrate.examples.emotionalchat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The emotion that a model detected in a message.
 *
 * @param model the model
 * @param feeling the strongest feeling
 * @param confidence the confidence of the model, 0 to 1
 * @param scores the feelings with their scores
 */
record Emotion(String model, Feeling feeling, double confidence, Map<Feeling, Double> scores) {

    private static final Pattern SCORE = Pattern.compile("\"(\\w+)\"\\s*:\\s*([-+.0-9eE]+)");

    Emotion {
        Map<Feeling, Double> inOrder = new EnumMap<>(Feeling.class);
        inOrder.putAll(scores);
        scores = Collections.unmodifiableMap(inOrder);
    }

    /** A flat object of words and numbers, for which this small application needs no JSON library. */
    String scoresAsJson() {
        return scores.entrySet().stream()
                .map(score -> "\"" + score.getKey().word() + "\": " + score.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The server may have changed the order and the spaces, which are insignificant. */
    static Map<Feeling, Double> scoresFromJson(String json) {
        Map<Feeling, Double> scores = new EnumMap<>(Feeling.class);
        Matcher score = SCORE.matcher(json);
        while (score.find()) {
            scores.put(Feeling.of(score.group(1)), Double.valueOf(score.group(2)));
        }
        return scores;
    }
}
