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

/** How the classes of migrations, and with them their files, are called. Immutable. */
public final class ClassNaming {

    private static final String NUMBER = "number";
    private static final List<String> KNOWN = List.of("id", "message", NUMBER, "slug");

    /** Longer messages are cut behind a word. */
    private static final int LONGEST_MESSAGE = 60;

    private final String pattern;

    private ClassNaming(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @param pattern what names look like; {@code ${number}} is one more than the highest number in use, with three
     *     digits at least, {@code ${message}} the message in {@code CamelCase}, {@code ${slug}} the message in
     *     {@code snake_case}, {@code ${id}} the id of the revision
     * @return the names
     * @throws SourceException if the pattern has a placeholder that means nothing
     */
    public static ClassNaming of(String pattern) {
        Placeholders.require("pattern of names \"" + pattern + "\"", pattern, KNOWN);
        return new ClassNaming(pattern);
    }

    /**
     * Names a class.
     *
     * @param id the id of the revision
     * @param message what the revision says of itself
     * @param used the names of the classes that are there
     * @return the name, which is none of those
     * @throws SourceException if it would be no name for a class, or is in use
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
                    "The pattern \"" + pattern + "\" and the message \"" + message + "\" make the name \"" + name
                            + "\", which a migration cannot have.",
                    "Give another message or another pattern, for instance " + SourceOptions.DEFAULT_NAMING + ".");
        }
        if (used.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "There is a migration " + name + " already.",
                    "Give another message, or a pattern with ${number} in it.");
        }
        return name;
    }

    private long highestNumber(Collection<String> used) {
        int place = pattern.indexOf("${" + NUMBER + "}");
        if (place < 0) {
            return 0;
        }
        // What is in front of the number, with anything in the place of other placeholders.
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
