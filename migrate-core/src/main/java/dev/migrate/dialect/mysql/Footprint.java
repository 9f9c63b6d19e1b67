package dev.migrate.dialect.mysql;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.TableChange;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which names of a table a change makes, takes away or needs: whether two changes may swap places or share a statement
 * follows from that.
 *
 * @param change the change
 * @param writes what it makes, changes or takes away
 * @param reads what it needs
 * @param orders in which lists of the table it takes a place: of columns, of indexes, of checks
 * @param isBarrier whether it means something else for everything around it
 */
record Footprint(TableChange change, Set<String> writes, Set<String> reads, Set<String> orders, boolean isBarrier) {

    /** Stands for all columns, where SQL that is not read here may name any of them. */
    static final String ANY_COLUMN = "column *";

    private static final String COLUMN = "column ";

    static String column(String name) {
        return COLUMN + name.toLowerCase(Locale.ROOT);
    }

    /** Whether this change may run before one that was recorded before it. */
    boolean canPass(Footprint earlier) {
        return !isBarrier
                && !earlier.isBarrier
                && Collections.disjoint(orders, earlier.orders)
                && !touches(earlier.writes, writes)
                && !touches(earlier.writes, reads)
                && !touches(writes, earlier.reads);
    }

    /** Whether this change may stand in one statement behind one that was recorded before it. */
    boolean canJoin(Footprint earlier) {
        if (isBarrier || earlier.isBarrier || swapsForeignKeys(earlier)) {
            return false;
        }
        if (replaces(earlier)) {
            return true;
        }
        boolean isOnNewColumn = earlier.change instanceof AddColumn && isKeyOrColumn();
        return !touches(earlier.writes, writes)
                && (isOnNewColumn || !touches(earlier.writes, reads))
                && !touches(writes, earlier.reads);
    }

    /** The statement adds its columns before it looks at its keys. */
    private boolean isKeyOrColumn() {
        return !writes.stream().anyMatch(name -> name.startsWith(COLUMN)) || change instanceof AddColumn;
    }

    /** A key that is dropped and added under its name is built once. */
    private boolean replaces(Footprint earlier) {
        boolean isKey = change instanceof AddPrimaryKey && earlier.change instanceof DropPrimaryKey;
        boolean isIndex = change instanceof CreateIndex && earlier.change instanceof DropIndex;
        return isKey || (isIndex && touches(earlier.writes, writes));
    }

    /** MySQL cannot drop one foreign key and add another in a statement that copies the table (manual, ALTER TABLE). */
    private boolean swapsForeignKeys(Footprint earlier) {
        return (change instanceof AddForeignKey && earlier.change instanceof DropForeignKey)
                || (change instanceof DropForeignKey && earlier.change instanceof AddForeignKey);
    }

    private static boolean touches(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others) || touchesAny(some, others) || touchesAny(others, some);
    }

    private static boolean touchesAny(Set<String> any, Set<String> others) {
        return any.contains(ANY_COLUMN) && others.stream().anyMatch(name -> name.startsWith(COLUMN));
    }

    static Set<String> set(String... names) {
        Set<String> set = new HashSet<>();
        Collections.addAll(set, names);
        return set;
    }
}
