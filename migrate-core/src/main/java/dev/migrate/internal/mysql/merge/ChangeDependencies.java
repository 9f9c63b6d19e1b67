package dev.migrate.internal.mysql.merge;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Index;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names in a table that a change creates, drops or needs. They determine whether two changes can be reordered or
 * share a statement.
 *
 * @param change the change
 * @param writes the names that it creates, changes or drops
 * @param reads the names that it needs
 * @param orders the ordered lists of the table to which it adds an element: columns, indexes, checks
 * @param isBarrier whether it affects the meaning of all changes around it
 */
public record ChangeDependencies(
        TableChange change, Set<String> writes, Set<String> reads, Set<String> orders, boolean isBarrier) {

    /** Represents all columns, for SQL that is not parsed and may name any of them. */
    public static final String ANY_COLUMN = "column *";

    private static final String COLUMN = "column ";

    public static String column(String name) {
        return COLUMN + name.toLowerCase(Locale.ROOT);
    }

    /** Checks whether this change can run before one that was recorded earlier. */
    public boolean canPass(ChangeDependencies earlier) {
        return !isBarrier
                && !earlier.isBarrier
                && Collections.disjoint(orders, earlier.orders)
                && !touches(earlier.writes, writes)
                && !touches(earlier.writes, reads)
                && !touches(writes, earlier.reads);
    }

    /** Checks whether this change can follow one that was recorded earlier, in the same statement. */
    public boolean canJoin(ChangeDependencies earlier) {
        if (isBarrier || earlier.isBarrier || swapsForeignKeys(earlier) || mayReferTo(earlier)) {
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

    /** A statement adds its columns before its keys. */
    private boolean isKeyOrColumn() {
        return !writes.stream().anyMatch(name -> name.startsWith(COLUMN)) || change instanceof AddColumn;
    }

    /** A key that is dropped and added under the same name is built once. */
    private boolean replaces(ChangeDependencies earlier) {
        if (change instanceof CreateIndex create && earlier.change instanceof DropIndex drop) {
            return touches(earlier.writes, writes) && !looksTheSame(create.index(), drop.definition());
        }
        return change instanceof AddPrimaryKey && earlier.change instanceof DropPrimaryKey;
    }

    /**
     * Checks for a difference that is lost in one statement: the servers treat an index as unchanged if only its
     * visibility or its parser differs, and silently keep it unchanged (measured on MySQL 5.7.22 and 8.0.15 and MariaDB
     * 10.11).
     */
    private static boolean looksTheSame(Index index, @Nullable Index before) {
        boolean isPlain = !index.isInvisible() && index.parser() == null;
        return before == null
                ? !isPlain
                : before.isInvisible() != index.isInvisible() || !Objects.equals(before.parser(), index.parser());
    }

    /** MySQL cannot drop one foreign key and add another in a statement that copies the table (manual, ALTER TABLE). */
    private boolean swapsForeignKeys(ChangeDependencies earlier) {
        return (change instanceof AddForeignKey && earlier.change instanceof DropForeignKey)
                || (change instanceof DropForeignKey && earlier.change instanceof AddForeignKey);
    }

    /** A foreign key of a table to itself needs a key that the table had before the statement. */
    private boolean mayReferTo(ChangeDependencies earlier) {
        return change instanceof AddForeignKey add
                && add.foreignKey().referencedTable().equalsIgnoreCase(add.table())
                && (earlier.change instanceof AddPrimaryKey || earlier.change instanceof CreateIndex);
    }

    private static boolean touches(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others) || touchesAny(some, others) || touchesAny(others, some);
    }

    private static boolean touchesAny(Set<String> any, Set<String> others) {
        return any.contains(ANY_COLUMN) && others.stream().anyMatch(name -> name.startsWith(COLUMN));
    }

    public static Set<String> set(String... names) {
        Set<String> set = new HashSet<>();
        Collections.addAll(set, names);
        return set;
    }
}
