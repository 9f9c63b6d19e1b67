package dev.migrate.cli;

import dev.migrate.diff.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which tables are compared, and which views: the servers take no two of them with one name. Immutable. */
final class TableFilter implements BiPredicate<ObjectKind, String> {

    private final List<Pattern> included;
    private final List<Pattern> excluded;

    /**
     * Reads patterns in which {@code *} stands for any characters.
     *
     * @param included what is compared; nothing for all
     * @param excluded what is left out of it
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
