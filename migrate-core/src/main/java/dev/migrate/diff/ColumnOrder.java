package dev.migrate.diff;

import dev.migrate.operation.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of a table's columns while changes move them. */
final class ColumnOrder {

    private final List<String> columns;

    ColumnOrder(List<String> columns) {
        this.columns = new ArrayList<>(columns);
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    void rename(String column, String name) {
        columns.replaceAll(each -> each.equals(column) ? name : each);
    }

    /** The position of a column. */
    Position positionOf(String column) {
        return at(columns.indexOf(column));
    }

    /** Removes a column and returns its position, or null if it was the last. */
    @Nullable
    Position remove(String column) {
        int at = columns.indexOf(column);
        Position position = at == columns.size() - 1 ? null : at(at);
        columns.remove(at);
        return position;
    }

    /** Inserts a column according to the target order and returns its position, or null for the end. */
    @Nullable
    Position insert(String column, List<String> wanted) {
        int at = placeFor(column, wanted);
        Position position = at == columns.size() ? null : at(at);
        columns.add(at, column);
        return position;
    }

    /** Moves a column according to the target order and returns its position, or null for the end. */
    Position move(String column, List<String> wanted) {
        columns.remove(column);
        int at = placeFor(column, wanted);
        columns.add(at, column);
        return at(at);
    }

    private int placeFor(String column, List<String> wanted) {
        for (int i = wanted.indexOf(column) - 1; i >= 0; i--) {
            int before = columns.indexOf(wanted.get(i));
            if (before >= 0) {
                return before + 1;
            }
        }
        return 0;
    }

    private Position at(int index) {
        return index == 0 ? Position.first() : Position.after(columns.get(index - 1));
    }

    /** The smallest set of columns to move so that all columns are in the target order. */
    static Set<String> moved(List<String> now, List<String> wanted) {
        List<String> both = now.stream().filter(wanted::contains).toList();
        int[] places = both.stream().mapToInt(wanted::indexOf).toArray();
        int[] length = new int[places.length];
        int[] previous = new int[places.length];
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int k = 0; k < i; k++) {
                if (places[k] < places[i] && length[k] + 1 > length[i]) {
                    length[i] = length[k] + 1;
                    previous[i] = k;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        Set<String> moved = new HashSet<>(both);
        for (int i = last; i >= 0; i = previous[i]) {
            moved.remove(both.get(i));
        }
        return moved;
    }
}
