package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * The lanes of a chart while it is drawn from top to bottom. Each lane waits for the next revision on it. Lane k is at
 * column 2k; lines between neighboring lanes are drawn in the column between them.
 */
final class GraphLanes {

    private final List<String> waiting = new ArrayList<>();

    /** The lane that ended with the last revision if nothing has been drawn in it since, or -1 for none. */
    private int ended = -1;

    /** Joins all lanes that wait for a revision, line by line; opens a lane if there is none. */
    List<String> join(String id) {
        List<String> drawn = new ArrayList<>();
        int first = waiting.indexOf(id);
        if (first < 0) {
            if (ended == waiting.size()) {
                // Directly below a base, a head would look like its parent.
                drawn.add(straight(ended).toString().stripTrailing());
            }
            waiting.add(id);
        }
        ended = -1;
        for (int other = waiting.lastIndexOf(id); first >= 0 && other > first; other = waiting.lastIndexOf(id)) {
            StringBuilder line = straight(other);
            for (int gap = 2 * first + 1; gap < 2 * other - 1; gap += 2) {
                line.setCharAt(gap, '_');
            }
            line.setLength(2 * other - 1);
            drawn.add(line + "/" + " /".repeat(waiting.size() - other - 1));
            waiting.remove(other);
        }
        return drawn;
    }

    /** The line of a revision, without its caption. */
    String at(String id, String mark) {
        StringBuilder line = straight(waiting.size());
        int column = 2 * waiting.indexOf(id);
        return line.replace(column, column + 1, mark).toString().stripTrailing();
    }

    /** Continues from a revision to its parents: the first on the same lane, the others on new lanes. */
    List<String> leave(String id, List<String> parents) {
        int lane = waiting.indexOf(id);
        List<String> drawn = new ArrayList<>();
        if (parents.isEmpty()) {
            waiting.remove(lane);
            ended = lane;
            if (lane < waiting.size()) {
                ended = -1;
                drawn.add(straight(lane) + " /".repeat(waiting.size() - lane));
            }
            return drawn;
        }
        waiting.set(lane, parents.get(0));
        for (int i = parents.size() - 1; i > 0; i--) {
            StringBuilder line = straight(lane + 1);
            line.setLength(2 * lane + 1);
            drawn.add(line + "\\" + " \\".repeat(waiting.size() - lane - 1));
            waiting.add(lane + 1, parents.get(i));
        }
        return drawn;
    }

    private static StringBuilder straight(int lanes) {
        return new StringBuilder("| ".repeat(lanes));
    }
}
