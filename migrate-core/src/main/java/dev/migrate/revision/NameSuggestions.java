package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests names that are similar to an unknown one. Stateless and thread-safe. */
public final class NameSuggestions {

    private static final int SUGGESTED = 3;

    private record Match(String name, int distance) {}

    private NameSuggestions() {}

    /**
     * Returns at most three names within an edit distance of about a third of the length, without regard to case.
     *
     * @param wanted the unknown name
     * @param names the known names
     * @return the similar names, the nearest first, then by name; empty if there is none
     */
    public static List<String> near(String wanted, Collection<String> names) {
        int limit = Math.max(1, Math.min(wanted.length(), 36) / 3);
        List<Match> matches = new ArrayList<>();
        for (String name : names) {
            if (Math.abs(name.length() - wanted.length()) <= limit) {
                int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance <= limit) {
                    matches.add(new Match(name, distance));
                }
            }
        }
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::distance).thenComparing(Match::name))
                .limit(SUGGESTED)
                .map(Match::name)
                .toList();
    }

    /** The edit distance, with transpositions of adjacent characters. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
