package dev.migrate.internal.load;

import dev.migrate.provider.DdlLimits;
import dev.migrate.revision.RevisionNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header of an SQL file: the comments before the first statement, or before the first part. Immutable.
 *
 * @param values the values by key, and their lines, starting at 0
 * @param ignoredRules the ids of the rules that do not apply, each with the reason
 * @param end the line after the header, starting at 0
 */
record SqlHeader(Map<Key, Value> values, Map<String, String> ignoredRules, int end) {

    private static final Pattern FIELD = Pattern.compile("--\\s*([A-Za-z_-]+)\\s*:(?:\\s+(.*))?");

    /** The keys of a header. */
    enum Key {
        REVISION("revision"),
        PARENTS("parents"),
        LABELS("labels"),
        DEPENDS_ON("dependsOn"),
        MESSAGE("message"),
        IRREVERSIBLE("irreversible"),
        LIMIT_DDL("limitDdl"),
        IGNORE_RULE("ignoreRule"),
        REPEATABLE("repeatable"),
        AFTER("after");

        private final String text;

        Key(String text) {
            this.text = text;
        }

        /** Finds a key without regard to case, hyphens and underscores. */
        static @Nullable Key of(String word) {
            String wanted = word.replaceAll("[-_]", "");
            return Arrays.stream(values())
                    .filter(key -> key.text.equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Value(String text, int line) {}

    /** Reads the header of a file. */
    static SqlHeader of(String name, List<String> lines) {
        Map<Key, Value> values = new EnumMap<>(Key.class);
        Map<String, String> ignored = new LinkedHashMap<>();
        int unknown = -1;
        int line = 0;
        for (int next = afterComment(lines, line); next > line; next = afterComment(lines, line)) {
            Matcher field = FIELD.matcher(lines.get(line).strip());
            if (field.matches()) {
                unknown = put(name, values, ignored, field, line) || unknown >= 0 ? unknown : line;
            }
            line = next;
        }
        SqlHeader header = new SqlHeader(values, ignored, line);
        header.check(name, lines, unknown);
        return header;
    }

    /** Returns the line after the comment or the empty line at a line, or the line itself if it contains anything else. */
    private static int afterComment(List<String> lines, int line) {
        if (line == lines.size() || SqlMarker.isMarker(lines.get(line))) {
            return line;
        }
        String text = lines.get(line).strip();
        if (text.startsWith("/*") && !text.startsWith("/*!") && !text.startsWith("/*M!")) {
            return afterBlockComment(lines, line);
        }
        return text.isEmpty() || text.startsWith("--") || text.startsWith("#") ? line + 1 : line;
    }

    private static int afterBlockComment(List<String> lines, int start) {
        for (int line = start; line < lines.size(); line++) {
            int end = lines.get(line).indexOf("*/");
            if (end >= 0) {
                return lines.get(line).substring(end + 2).isBlank() ? line + 1 : start;
            }
        }
        return start;
    }

    /** Returns whether the key is known. */
    private static boolean put(
            String name, Map<Key, Value> values, Map<String, String> ignored, Matcher field, int line) {
        Key key = Key.of(field.group(1));
        if (key == null) {
            return false;
        }
        String text = field.group(2) == null ? "" : field.group(2).strip();
        if (key == Key.IGNORE_RULE) {
            String[] words = text.split("\\s+", 2);
            ignored.put(words[0], words.length < 2 ? "" : words[1]);
        }
        if (values.put(key, new Value(text, line)) != null && key != Key.IGNORE_RULE) {
            throw InvalidSqlFile.at(
                    name, line, "\"" + key.text + "\" is declared again", "Remove one of the two lines.");
        }
        return true;
    }

    /** The graph of a file with a misspelt key would differ from what its author wanted. */
    private void check(String name, List<String> lines, int unknown) {
        if (!isMigration()) {
            requireNoField(name);
            return;
        }
        if (unknown >= 0) {
            throw InvalidSqlFile.at(
                    name,
                    unknown,
                    "the header contains an unknown key: " + lines.get(unknown).strip(),
                    "The keys are " + keys() + ". Write other comments without a word and a colon at the beginning,"
                            + " or after \"-- up\".");
        }
        for (Key key : List.of(Key.REVISION, Key.REPEATABLE, Key.IRREVERSIBLE)) {
            Value value = values.get(key);
            if (value != null && value.text.isEmpty()) {
                throw InvalidSqlFile.at(
                        name, value.line, "\"" + key.text + "\" has no value", "Add the id, or the reason.");
            }
        }
        requireKind(name);
        Value limits = values.get(Key.LIMIT_DDL);
        if (limits != null) {
            SqlLimits.of(name, limits.line, limits.text);
        }
    }

    /** A repeatable migration has no place in the graph, and only it has a place among the repeatable ones. */
    private void requireKind(String name) {
        List<Key> others =
                isRepeatable() ? List.of(Key.REVISION, Key.PARENTS, Key.LABELS, Key.DEPENDS_ON) : List.of(Key.AFTER);
        for (Key key : others) {
            Value value = values.get(key);
            if (value != null) {
                throw InvalidSqlFile.at(
                        name,
                        value.line,
                        "\"" + key.text + "\" is declared, but this is "
                                + (isRepeatable() ? "a repeatable migration" : "no repeatable migration"),
                        "Remove the line. The order of repeatable migrations is declared with \"-- after:\".");
            }
        }
    }

    private void requireNoField(String name) {
        for (Key key :
                List.of(Key.PARENTS, Key.DEPENDS_ON, Key.IRREVERSIBLE, Key.LIMIT_DDL, Key.IGNORE_RULE, Key.AFTER)) {
            Value value = values.get(key);
            if (value != null) {
                throw InvalidSqlFile.at(
                        name,
                        value.line,
                        "\"" + key.text + "\" is declared, but there is no \"-- revision:\"",
                        "Add the id of the revision, or remove the line if the file is not a migration.");
            }
        }
    }

    private static String keys() {
        return Arrays.stream(Key.values()).map(key -> key.text).collect(Collectors.joining(", "));
    }

    /** Whether the file is a migration. */
    boolean isMigration() {
        return values.containsKey(Key.REVISION) || isRepeatable();
    }

    /** Whether the file is a repeatable migration. */
    boolean isRepeatable() {
        return values.containsKey(Key.REPEATABLE);
    }

    /** Returns the value of a key, or empty if it is missing. */
    Optional<String> value(Key key) {
        return Optional.ofNullable(values.get(key)).map(Value::text);
    }

    /** Returns the limits of the migration's own, or empty if it has none. */
    Optional<DdlLimits> limits(String name) {
        return Optional.ofNullable(values.get(Key.LIMIT_DDL)).map(value -> SqlLimits.of(name, value.line, value.text));
    }

    /** Returns the revision that a migration declares; the dependencies of a repeatable one are repeatable as well. */
    RevisionNode revision() {
        if (isRepeatable()) {
            return new RevisionNode(
                    value(Key.REPEATABLE).orElseThrow(),
                    List.of(),
                    List.of(),
                    list(Key.AFTER),
                    value(Key.MESSAGE).orElse(""));
        }
        return new RevisionNode(
                value(Key.REVISION).orElseThrow(),
                list(Key.PARENTS),
                list(Key.LABELS),
                list(Key.DEPENDS_ON),
                value(Key.MESSAGE).orElse(""));
    }

    private List<String> list(Key key) {
        return Arrays.stream(value(key).orElse("").split("[,\\s]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
