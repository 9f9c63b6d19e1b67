package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.merge.ChangeDependencies;
import java.util.ArrayList;
import java.util.List;

/**
 * The effect of a change on one part of a table.
 *
 * @param part the part, by kind and name
 * @param state describes it; null where it is not there
 * @param placedState describes it with its position, where it has one
 * @param after what becomes of it
 */
record PartState(String part, String state, String placedState, After after) {

    /** The state of a part after the change. */
    enum After {
        /** It exists. */
        PRESENT(" IS NOT NULL"),
        /** It does not exist. */
        ABSENT(" IS NULL"),
        /** It exists and differs from before, unless it was already in that state. */
        CHANGED(" IS NOT NULL");

        private final String condition;

        After(String condition) {
            this.condition = condition;
        }
    }

    private static PartState of(String part, String state, After after) {
        return new PartState(part, state, state, after);
    }

    static PartState column(String table, String column, After after) {
        return new PartState(
                ChangeDependencies.column(column),
                CatalogExpressions.column(table, column),
                CatalogExpressions.columnWithPosition(table, column),
                after);
    }

    /** A column whose position changes. */
    static PartState movedColumn(String table, String column) {
        return of(
                ChangeDependencies.column(column), CatalogExpressions.columnWithPosition(table, column), After.CHANGED);
    }

    /** A change of a column that may change its name and its position as well. */
    static List<PartState> changedColumn(String table, String column, String newName, boolean isMoved) {
        if (!newName.equalsIgnoreCase(column)) {
            return renamedColumn(table, column, newName);
        }
        return List.of(isMoved ? movedColumn(table, column) : column(table, column, After.CHANGED));
    }

    static List<PartState> renamedColumn(String table, String from, String to) {
        return from.equalsIgnoreCase(to)
                ? List.of(column(table, from, After.CHANGED))
                : List.of(column(table, from, After.ABSENT), column(table, to, After.PRESENT));
    }

    static PartState index(String table, String index, After after) {
        return of(Affected.index(index), CatalogExpressions.index(table, index), after);
    }

    static List<PartState> renamedIndex(String table, String from, String to) {
        return List.of(index(table, from, After.ABSENT), index(table, to, After.PRESENT));
    }

    /** An index whose name the server chooses. */
    static PartState indexOn(String table, List<String> columns) {
        return of("index on " + columns, CatalogExpressions.indexesOn(table, columns), After.CHANGED);
    }

    static PartState constraint(String table, String constraint, After after) {
        return of(Affected.constraint(constraint), CatalogExpressions.constraint(table, constraint), after);
    }

    /** A constraint of any kind; that of a unique index is the index. */
    static PartState constraintOrIndex(String table, String constraint) {
        return of(
                Affected.constraint(constraint),
                "IFNULL(" + CatalogExpressions.constraint(table, constraint) + ", "
                        + CatalogExpressions.index(table, constraint) + ")",
                After.ABSENT);
    }

    /** A foreign key whose name the server chooses. */
    static PartState foreignKeyOn(String table, List<String> columns) {
        return of("foreign key on " + columns, CatalogExpressions.foreignKeysOn(table, columns), After.CHANGED);
    }

    static PartState partition(String table, String partition, After after) {
        return of("partition " + partition, CatalogExpressions.partition(table, partition), after);
    }

    static List<PartState> partitions(String table, List<String> partitions, After after) {
        List<PartState> states = new ArrayList<>();
        for (String partition : partitions) {
            states.add(partition(table, partition, after));
        }
        return states;
    }

    static PartState partitioning(String table, After after) {
        return of("partitions", CatalogExpressions.partitions(table), after);
    }

    /** An option, by the column of the catalog that shows it. */
    static PartState option(String table, String column) {
        return of("option " + column, CatalogExpressions.option(table, column), After.CHANGED);
    }

    static PartState whole(String table) {
        return of("table", CatalogExpressions.whole(table), After.CHANGED);
    }

    /** A condition that holds after the change. */
    String effect() {
        return state + after.condition;
    }
}
