package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.source.SourceOptions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pattern of the names of migration classes and of files. Immutable. */
public final class ClassNaming {

    private static final String NUMBER = "number";
    private static final List<String> KNOWN = List.of("id", "message", NUMBER, "slug");
    private static final int DIGITS = 3;

    /** Names that begin with a number, as only those of SQL files can. More digits, or more numbers, are a date. */
    private static final Pattern PLAIN = Pattern.compile("(\\d{1,6})(?!\\d)_*+(?!\\d+_)(.*)");

    /** Names of the default pattern, and plain ones. */
    private static final Pattern NUMBERED = Pattern.compile("(?:M|(?=" + PLAIN + "\\z))(?<number>\\d{1,9})(?!\\d).*");

    private static final Pattern FILE_NAME = Pattern.compile("\\w[\\w.-]*");

    /** Longer messages are cut after a word. */
    private static final int LONGEST_MESSAGE = 60;

    private final String pattern;
    private final Pattern numbered;
    private final int digits;

    private ClassNaming(String pattern, Pattern numbered, int digits) {
        this.pattern = pattern;
        this.numbered = numbered;
        this.digits = digits;
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
        return new ClassNaming(
                pattern, pattern.equals(SourceOptions.DEFAULT_NAMING) ? NUMBERED : numbered(pattern), DIGITS);
    }

    /**
     * Returns the naming of SQL files. If it is the default and the names of other files begin with a number, the new
     * name does so as well, with as many digits: {@code 004_add_names} after {@code 003_users}.
     *
     * @param used the names of the existing files and classes
     * @return the naming
     */
    ClassNaming likeFiles(Collection<String> used) {
        if (!pattern.equals(SourceOptions.DEFAULT_NAMING)) {
            return this;
        }
        return used.stream()
                .map(PLAIN::matcher)
                .filter(Matcher::matches)
                .max(Comparator.comparingInt(name -> Integer.parseInt(name.group(1))))
                .map(name -> new ClassNaming(
                        "${number}_" + (startsWithCapital(name.group(2)) ? "${message}" : "${slug}"),
                        NUMBERED,
                        name.group(1).length()))
                .orElse(this);
    }

    private static boolean startsWithCapital(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
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
        return name(
                id,
                message,
                used,
                name -> JavaName.isValid(name) && !Imports.isTaken(name),
                "class name",
                SourceOptions.DEFAULT_NAMING);
    }

    /**
     * Names a file that is not the source of a class.
     *
     * @param id the id of the revision
     * @param message the message of the revision
     * @param used the names of the existing files and classes
     * @return the name without a suffix, which is not in use
     * @throws SourceException if it is not a valid file name, or is in use
     */
    String fileName(String id, String message, Collection<String> used) {
        return name(id, message, used, FILE_NAME.asMatchPredicate(), "file name", "${number}_${slug}");
    }

    private String name(
            String id,
            String message,
            Collection<String> used,
            Predicate<String> isValid,
            String what,
            String example) {
        List<String> words = JavaName.words(message, LONGEST_MESSAGE);
        String name = Placeholders.replaced(
                        pattern,
                        Map.of(
                                NUMBER,
                                String.format(Locale.ROOT, "%0" + digits + "d", highestNumber(used) + 1),
                                "id",
                                String.join("_", JavaName.words(id, LONGEST_MESSAGE)),
                                "message",
                                words.stream().map(JavaName::capitalized).collect(Collectors.joining()),
                                "slug",
                                String.join("_", words).toLowerCase(Locale.ROOT)))
                .replaceFirst("_+\\z", "");
        if (!isValid.test(name)) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The pattern \"" + pattern + "\" and the message \"" + message + "\" yield the name \"" + name
                            + "\", which is not a valid " + what + ".",
                    "Use another message or another pattern, for instance " + example + ".");
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
        return used.stream()
                .map(numbered::matcher)
                .filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(NUMBER)))
                .max()
                .orElse(0);
    }

    private static Pattern numbered(String pattern) {
        int place = pattern.indexOf("${" + NUMBER + "}");
        if (place < 0) {
            return Pattern.compile("(?!)(?<" + NUMBER + ">)");
        }
        // The text before the number, with any text in place of the other placeholders.
        String before = Pattern.quote(pattern.substring(0, place)).replaceAll("\\$\\{[^}]*\\}", "\\\\E.*?\\\\Q");
        return Pattern.compile(before + "(?<!\\d)(?<" + NUMBER + ">\\d{1,9})(?!\\d).*");
    }
}
