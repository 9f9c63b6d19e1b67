package dev.migrate.internal;

import java.util.List;
import java.util.Locale;

/** Names of columns, keys and checks, which are case-insensitive on every server. Stateless. */
public final class CaseInsensitiveNames {

    private CaseInsensitiveNames() {}

    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public static List<String> folded(List<String> names) {
        return names.stream().map(CaseInsensitiveNames::folded).toList();
    }

    public static boolean same(String one, String other) {
        return one.equals(other) || folded(one).equals(folded(other));
    }

    public static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(each -> same(each, name));
    }
}
