package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.source.SourceOptions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pattern of the names of migration classes and their files. Immutable. */
public final class ClassNaming {

    private static final String NUMBER = "number";
    private static final List<String> KNOWN = List.of("id", "message", NUMBER, "slug");

    /** Longer messages are cut after a word. */
    private static final int LONGEST_MESSAGE = 60;

    private final String pattern;

    private ClassNaming(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Parses a pattern.
     *
     * @param pattern the pattern: {@code ${number}} is one more than the highest number in use, with at least three
     *     digits, {@code ${message}} the message in {@code CamelCase}, {@code ${slug}} the message in
     *     {@code snake_case}, {@code ${id}} the id of the revision
     * @return the naming
     * @throws SourceException if the pattern has an unknown placeholder
     */
    public static ClassNaming of(String pattern) {
        Placeholders.require("pattern of names \"" + pattern + "\"", pattern, KNOWN);
        return new ClassNaming(pattern);
    }

    /**
     * Names a class.
     *
     * @param id the id of the revision
     * @param message the message of the revision
     * @param used the names of the existing classes
     * @return the name, which is not in use
     * @throws SourceException if it is not a valid class name, or is in use
     */
    public String className(String id, String message, Collection<String> used) {
        List<String> words = JavaName.words(message, LONGEST_MESSAGE);
        String name = Placeholders.replaced(
                        pattern,
                        Map.of(
                                NUMBER,
                                String.format(Locale.ROOT, "%03d", highestNumber(used) + 1),
                                "id",
                                String.join("_", JavaName.words(id, LONGEST_MESSAGE)),
                                "message",
                                words.stream().map(JavaName::capitalized).collect(Collectors.joining()),
                                "slug",
                                String.join("_", words).toLowerCase(Locale.ROOT)))
                .replaceFirst("_+\\z", "");
        if (!JavaName.isValid(name) || Imports.isTaken(name)) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The pattern \"" + pattern + "\" and the message \"" + message + "\" yield the name \"" + name
                            + "\", which is not a valid class name.",
                    "Use another message or another pattern, for instance " + SourceOptions.DEFAULT_NAMING + ".");
        }
        if (used.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "There is a migration " + name + " already.",
                    "Use another message, or a pattern with ${number}.");
        }
        return name;
    }

    private long highestNumber(Collection<String> used) {
        int place = pattern.indexOf("${" + NUMBER + "}");
        if (place < 0) {
            return 0;
        }
        // The text before the number, with any text in place of the other placeholders.
        String before = Pattern.quote(pattern.substring(0, place)).replaceAll("\\$\\{[^}]*\\}", "\\\\E.*?\\\\Q");
        Pattern numbered = Pattern.compile(before + "(?<!\\d)(\\d{1,9})(?!\\d).*");
        return used.stream()
                .map(numbered::matcher)
                .filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .max()
                .orElse(0);
    }
}
