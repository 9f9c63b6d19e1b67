package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;

/** The text around the generated code, with placeholders. Immutable. */
public final class Template {

    private static final String STANDARD = "migration.template";
    private static final List<String> NEEDED = List.of("annotation", "className", "down", "imports", "methods", "up");
    private static final List<String> KNOWN =
            List.of("annotation", "className", "date", "down", "id", "imports", "message", "methods", "package", "up");

    private final List<String> lines;

    private Template(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Returns the built-in template.
     *
     * @return the template
     */
    public static Template standard() {
        return of(standardText());
    }

    /**
     * Returns the text of the built-in template.
     *
     * @return the text
     */
    public static String standardText() {
        try (InputStream stream = Template.class.getResourceAsStream(STANDARD)) {
            byte[] bytes = Objects.requireNonNull(stream, STANDARD).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The template of migrations cannot be read.", e);
        }
    }

    /**
     * Parses a template.
     *
     * @param text the template
     * @return the template
     * @throws SourceException if it has an unknown placeholder, or lacks one without which a part of the migration
     *     would be lost
     */
    public static Template of(String text) {
        Placeholders.require("template", text, KNOWN);
        List<String> missing = NEEDED.stream()
                .filter(name -> !text.contains(Placeholders.formatted(List.of(name))))
                .toList();
        if (!missing.isEmpty()) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The template lacks " + Placeholders.formatted(missing) + ".",
                    "Add it; otherwise, a part of the migration would be lost.");
        }
        return new Template(text.lines().toList());
    }

    /**
     * Replaces the placeholders. A line that consists of a placeholder without a value is removed, with the blank line
     * before it.
     */
    String filledIn(Map<String, String> values) {
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            Matcher placeholder = Placeholders.PLACEHOLDER.matcher(line);
            boolean hasOne = placeholder.find();
            boolean isAlone = hasOne && line.strip().equals(placeholder.group());
            if (isAlone && values.getOrDefault(placeholder.group(1), "").isEmpty()) {
                while (!out.isEmpty() && out.get(out.size() - 1).isBlank()) {
                    out.remove(out.size() - 1);
                }
            } else if (hasOne) {
                filledIn(line, values).lines().map(String::stripTrailing).forEach(out::add);
            } else if (!out.isEmpty() || !line.isBlank()) {
                out.add(line.stripTrailing());
            }
        }
        return String.join("\n", out) + "\n";
    }

    /** The text before the first line of a value is repeated before its other lines. */
    private static String filledIn(String line, Map<String, String> values) {
        return Placeholders.replaced(line, found -> {
            String before = line.substring(0, found.start());
            String repeated = Placeholders.PLACEHOLDER.matcher(before).find() ? "" : before;
            return values.getOrDefault(found.group(1), "").replace("\n", "\n" + repeated);
        });
    }
}
