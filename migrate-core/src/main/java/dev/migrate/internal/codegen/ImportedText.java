package dev.migrate.internal.codegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares the SQL of another tool for a file. Stateless. */
public final class ImportedText {

    private static final Pattern MARKER = Pattern.compile("(?mi)^(--\\s+(?:up|down)\\s*)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private ImportedText() {}

    /** Adds a leading blank to each comment that would be the marker of a part. */
    public static String withoutMarkers(String sql) {
        return MARKER.matcher(sql).replaceAll(" $1");
    }

    /** Returns what to do about the placeholders of a text, as sentences. */
    public static List<String> placeholderTasks(Path file, String sql, String tool) {
        Set<String> used = new TreeSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(sql); matcher.find(); ) {
            used.add(matcher.group(1));
        }
        return used.stream()
                .map(name -> file + " contains ${" + name + "}. "
                        + (name.matches("[A-Za-z0-9_.-]+")
                                ? "If " + tool + " replaces it, add the line placeholder-in-quotes." + name
                                        + " = VALUE to migrate.properties."
                                : "Write its value into the imported file."))
                .toList();
    }
}
