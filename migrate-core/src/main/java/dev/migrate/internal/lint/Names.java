package dev.migrate.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of columns and keys, which are case-insensitive on every server. */
final class Names {

    private Names() {}

    static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(each -> same(each, name));
    }

    static List<String> replaced(List<String> names, String from, String to) {
        return names.stream().map(name -> same(name, from) ? to : name).toList();
    }

    static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
