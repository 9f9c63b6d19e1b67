package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;

/** The lines that two texts do not have in common, in their order. Stateless. */
final class LineDiff {

    /** Above this, the table of common lines would need too much memory. */
    private static final long MOST_PAIRS = 20_000_000;

    private LineDiff() {}

    /**
     * Compares texts by their longest common sequence of lines.
     *
     * @return {@code - } and each line that only the old text has, {@code + } and each line that only the new one has;
     *     empty if all lines are equal
     */
    static List<String> between(String oldText, String newText) {
        List<String> before = oldText.lines().toList();
        List<String> after = newText.lines().toList();
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return changed(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    }

    private static List<String> changed(List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            return replaced(before, after);
        }
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }

    private static List<String> replaced(List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        before.forEach(line -> lines.add("- " + line));
        after.forEach(line -> lines.add("+ " + line));
        return lines;
    }
}
