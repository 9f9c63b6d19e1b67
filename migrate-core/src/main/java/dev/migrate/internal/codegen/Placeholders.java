package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The placeholders {@code ${name}} in templates and patterns. Stateless. */
final class Placeholders {

    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

    private Placeholders() {}

    /** Rejects unknown placeholders. */
    static void require(String what, String text, Collection<String> known) {
        Set<String> unknown = PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The " + what + " has " + formatted(unknown) + ", which is unknown.",
                    "Available are " + formatted(known) + ".");
        }
    }

    static String replaced(String text, Map<String, String> values) {
        return replaced(text, found -> values.getOrDefault(found.group(1), found.group()));
    }

    static String replaced(String text, Function<MatchResult, String> value) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found)));
    }

    static String formatted(Collection<String> names) {
        return names.stream().map(name -> "${" + name + "}").collect(Collectors.joining(", "));
    }
}
