package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * The lanes of a chart while it is drawn from the top: each waits for the revision that comes next on it. Lane k stands at
 * column 2k; what moves from one lane to its neighbour is drawn in the column between.
 */
final class GraphLanes {

    private final List<String> waiting = new ArrayList<>();

    /** The lane that ended with the last revision, if nothing was drawn under it yet; -1 for none. */
    private int ended = -1;

    /** Brings all lanes that wait for a revision into one, drawn line by line; opens a lane if there is none. */
    List<String> join(String id) {
        List<String> drawn = new ArrayList<>();
        int first = waiting.indexOf(id);
        if (first < 0) {
            if (ended == waiting.size()) {
                // Straight under a base, a head would look like its parent.
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

    /** Goes on from a revision to its parents, the first on its own lane, the others on new lanes beside it. */
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
