package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.Tokens;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a column as the server writes it, split into its attributes, so that one can be replaced and all
 * others are kept, including unknown ones.
 */
public final class ColumnText {

    /** The attributes that can be replaced, in the order in which they are written. */
    public enum Part {
        /** The type with its length and its sign. */
        TYPE("type"),
        /** The character set. */
        CHARSET("character set"),
        /** The collation. */
        COLLATION("collation"),
        /** Returns the expression of a generated column. */
        GENERATED("generation"),
        /** NULL or NOT NULL. */
        NULLABILITY("nullability"),
        /** The default. */
        DEFAULT("default"),
        /** ON UPDATE. */
        ON_UPDATE("ON UPDATE"),
        /** AUTO_INCREMENT. */
        AUTO_INCREMENT("AUTO_INCREMENT"),
        /** INVISIBLE. */
        VISIBILITY("visibility"),
        /** The comment. */
        COMMENT("comment"),
        /** The check of the column. */
        CHECK("check"),
        /** Everything else. */
        OTHER("other attributes");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }
    }

    private static final Map<String, Part> FIRST_WORDS = Map.ofEntries(
            Map.entry("CHARACTER", Part.CHARSET),
            Map.entry("COLLATE", Part.COLLATION),
            Map.entry("GENERATED", Part.GENERATED),
            Map.entry("AS", Part.GENERATED),
            Map.entry("NOT", Part.NULLABILITY),
            Map.entry("NULL", Part.NULLABILITY),
            Map.entry("DEFAULT", Part.DEFAULT),
            Map.entry("ON", Part.ON_UPDATE),
            Map.entry("AUTO_INCREMENT", Part.AUTO_INCREMENT),
            Map.entry("COMMENT", Part.COMMENT),
            Map.entry("CHECK", Part.CHECK),
            Map.entry("INVISIBLE", Part.VISIBILITY),
            Map.entry("WITHOUT", Part.OTHER),
            Map.entry("REF_SYSTEM_ID", Part.OTHER));
    private static final Set<String> TEXT_TYPES =
            Set.of("CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "ENUM", "SET");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z]+");
    private static final Pattern FRACTION = Pattern.compile("(?i)(?:DATETIME|TIMESTAMP)\\((\\d)\\).*", Pattern.DOTALL);
    private static final Pattern BIT_DEFAULT = Pattern.compile("(?i)DEFAULT b'([01]+)'");
    private static final Pattern QUOTED_NUMBER = Pattern.compile("(?i)DEFAULT '(-?\\d+)'");
    private static final Pattern NOW = Pattern.compile("(?i)CURRENT_TIMESTAMP(?:\\(\\d?\\))?");

    private final Map<Part, String> parts;

    private ColumnText(Map<Part, String> parts) {
        this.parts = parts;
    }

    /** Parses the definition that follows the column's name. */
    public static ColumnText of(String definition) {
        Map<Part, List<String>> words = new EnumMap<>(Part.class);
        Part part = Part.TYPE;
        boolean isValueNext = false;
        for (String token : Tokens.words(definition)) {
            Part next = partStartingWith(token);
            // DEFAULT NULL: here the word is a value.
            if (next != null && !isValueNext) {
                part = next;
            }
            isValueNext = next == Part.DEFAULT || token.equalsIgnoreCase("NOT");
            words.computeIfAbsent(part, none -> new ArrayList<>()).add(token);
        }
        Map<Part, String> parts = new EnumMap<>(Part.class);
        words.forEach((name, tokens) -> parts.put(name, String.join(" ", tokens)));
        return new ColumnText(parts);
    }

    /**
     * Omits a collation that the column inherits from its table, where the server displays it without a character set.
     * Repeated, it would belong to the column.
     */
    public ColumnText inheriting(@Nullable String collation) {
        boolean isInherited = collation != null
                && !parts.containsKey(Part.CHARSET)
                && ("COLLATE " + collation).equalsIgnoreCase(parts.getOrDefault(Part.COLLATION, ""));
        if (!isInherited) {
            return this;
        }
        Map<Part, String> rest = new EnumMap<>(parts);
        rest.remove(Part.COLLATION);
        return new ColumnText(rest);
    }

    private static @Nullable Part partStartingWith(String token) {
        if (token.startsWith("/*")) {
            return token.contains(" INVISIBLE ") ? Part.VISIBILITY : Part.OTHER;
        }
        return FIRST_WORDS.get(token.toUpperCase(Locale.ROOT));
    }

    /** Replaces attributes; an empty text removes one. */
    public String with(Map<Part, String> edits) {
        Map<Part, String> result = new EnumMap<>(Part.class);
        parts.forEach((part, text) -> result.put(part, edits.containsKey(part) ? "" : readable(part, text)));
        result.putAll(edits);
        if (edits.containsKey(Part.TYPE)) {
            dropAttributesOfOldType(result, edits);
            convertDefaultOfBits(result, edits);
        }
        String nullability = result.getOrDefault(Part.NULLABILITY, "");
        if (nullability.equals("NOT NULL")
                && result.getOrDefault(Part.DEFAULT, "").equalsIgnoreCase("DEFAULT NULL")) {
            result.remove(Part.DEFAULT);
        }
        if (nullability.isEmpty() && !result.containsKey(Part.GENERATED)) {
            // Without NULL, a TIMESTAMP is NOT NULL on MySQL 5.7 and MariaDB before 10.10.
            result.put(Part.NULLABILITY, "NULL");
        }
        Matcher fraction = FRACTION.matcher(result.getOrDefault(Part.TYPE, ""));
        String now = fraction.matches() ? "CURRENT_TIMESTAMP(" + fraction.group(1) + ")" : "CURRENT_TIMESTAMP";
        // The precision must be that of the column, or the server rejects the default (error 1067).
        result.computeIfPresent(Part.DEFAULT, (part, text) -> NOW.matcher(text).replaceAll(now));
        result.computeIfPresent(
                Part.ON_UPDATE, (part, text) -> NOW.matcher(text).replaceAll(now));
        result.values().removeIf(String::isEmpty);
        return String.join(" ", result.values());
    }

    /**
     * Rejects a question mark in a constant. The servers store all characters of defaults and members, but display
     * those outside of the basic multilingual plane as question marks (measured on all of them). Repeating the
     * displayed text would replace them. Comments and names cannot contain such characters.
     */
    private static String readable(Part part, String text) {
        boolean holdsConstants =
                part == Part.TYPE || part == Part.DEFAULT || part == Part.GENERATED || part == Part.CHECK;
        // Bytes that are not valid characters become the replacement character.
        if (holdsConstants && (text.contains("?") || text.contains("\uFFFD"))) {
            throw new IllegalStateException("The definition of the column must be repeated, but the server displays a"
                    + " question mark in it that may represent a character which it cannot display: " + text
                    + ". Specify the complete definition: redefineColumn");
        }
        return text;
    }

    /**
     * Writes the repeated default as a number if the old or the new type is BIT: the server takes {@code '0'} for the bits
     * of a character, and {@code b'101'} for a character where the type is not BIT.
     */
    private void convertDefaultOfBits(Map<Part, String> result, Map<Part, String> edits) {
        boolean isOfBits = isBit(parts.getOrDefault(Part.TYPE, "")) || isBit(edits.getOrDefault(Part.TYPE, ""));
        if (isOfBits && !edits.containsKey(Part.DEFAULT)) {
            result.computeIfPresent(Part.DEFAULT, (part, text) -> asNumber(text));
        }
    }

    private static boolean isBit(String type) {
        return type.toUpperCase(Locale.ROOT).startsWith("BIT(");
    }

    private static String asNumber(String text) {
        Matcher bits = BIT_DEFAULT.matcher(text);
        if (bits.matches()) {
            return "DEFAULT " + new BigInteger(bits.group(1), 2);
        }
        return QUOTED_NUMBER.matcher(text).replaceAll("DEFAULT $1");
    }

    private void dropAttributesOfOldType(Map<Part, String> result, Map<Part, String> edits) {
        Matcher name = TYPE_NAME.matcher(edits.getOrDefault(Part.TYPE, ""));
        boolean isText = name.lookingAt() && TEXT_TYPES.contains(name.group().toUpperCase(Locale.ROOT));
        // MariaDB's JSON is a LONGTEXT with a condition and a collation.
        boolean wasJson =
                result.getOrDefault(Part.CHECK, "").toLowerCase(Locale.ROOT).contains("json_valid(");
        if (wasJson) {
            result.remove(Part.CHECK);
        }
        boolean namesCharset = edits.getOrDefault(Part.TYPE, "").contains(" CHARACTER SET ");
        // A collation belongs to its character set (error 1253).
        if (!isText
                || wasJson
                || namesCharset
                || edits.getOrDefault(Part.TYPE, "").contains(" COLLATE ")) {
            result.remove(Part.COLLATION);
        }
        if (!isText || wasJson || namesCharset) {
            result.remove(Part.CHARSET);
        }
    }
}
