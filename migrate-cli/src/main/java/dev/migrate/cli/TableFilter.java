package dev.migrate.cli;

import dev.migrate.schema.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A filter of tables and views, which share one namespace on the servers. Immutable. */
final class TableFilter implements BiPredicate<ObjectKind, String> {

    private final List<Pattern> included;
    private final List<Pattern> excluded;

    /**
     * Parses patterns in which {@code *} matches any characters.
     *
     * @param included the names to compare; empty for all
     * @param excluded the names to exclude
     */
    TableFilter(List<String> included, List<String> excluded) {
        this.included = patterns(included);
        this.excluded = patterns(excluded);
    }

    @Override
    public boolean test(ObjectKind kind, String name) {
        if (kind != ObjectKind.TABLE && kind != ObjectKind.VIEW) {
            return true;
        }
        return (included.isEmpty() || isOneOf(included, name)) && !isOneOf(excluded, name);
    }

    private static boolean isOneOf(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static List<Pattern> patterns(List<String> texts) {
        return texts.stream()
                .map(text ->
                        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .map(regex -> Pattern.compile(regex, Pattern.DOTALL))
                .toList();
    }
}
