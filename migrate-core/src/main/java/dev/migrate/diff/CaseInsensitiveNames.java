package dev.migrate.diff;

import java.util.List;
import java.util.Locale;

/** Names of columns, keys and checks, which are case-insensitive on every server. */
final class CaseInsensitiveNames {

    private CaseInsensitiveNames() {}

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static List<String> folded(List<String> names) {
        return names.stream().map(CaseInsensitiveNames::folded).toList();
    }

    static boolean same(String one, String other) {
        return one.equals(other) || folded(one).equals(folded(other));
    }
}
