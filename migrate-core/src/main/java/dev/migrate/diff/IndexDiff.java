package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Index;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.StringType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TextType;
import dev.migrate.schema.VectorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indexes of a table to keep, to drop, to create and to rename. */
final class IndexDiff {

    private final TablePair pair;
    private final Set<String> rebuilt;
    private final List<Index> created = new ArrayList<>();
    private final List<Index> dropped = new ArrayList<>();
    private final List<Index> kept = new ArrayList<>();
    private final Map<Index, Index> renamed = new LinkedHashMap<>();

    /**
     * Compares the indexes.
     *
     * @param pair the table
     * @param rebuilt the folded old names of columns that are dropped and added; indexes that contain them are not kept
     */
    IndexDiff(TablePair pair, Set<String> rebuilt) {
        this.pair = pair;
        this.rebuilt = rebuilt;
        List<Index> coming = new ArrayList<>(pair.to().indexes());
        for (Index index : pair.from().indexes()) {
            Index same = equal(coming, index, index.name());
            if (same != null && !isRebuilt(index)) {
                kept.add(index);
                coming.remove(same);
            } else {
                dropped.add(index);
            }
        }
        created.addAll(coming);
        for (Index index : List.copyOf(dropped)) {
            created.stream()
                    .filter(other -> pair.to().index(index.name()).isEmpty()
                            && pair.from().index(other.name()).isEmpty()
                            && !isRebuilt(index)
                            && isEqual(index, other))
                    .findFirst()
                    .ifPresent(other -> {
                        renamed.put(index, other);
                        dropped.remove(index);
                        created.remove(other);
                    });
        }
    }

    private @Nullable Index equal(List<Index> indexes, Index index, String name) {
        return indexes.stream()
                .filter(other -> CaseInsensitiveNames.same(other.name(), name) && isEqual(index, other))
                .findFirst()
                .orElse(null);
    }

    private boolean isEqual(Index index, Index wanted) {
        Index folded = wanted.withName("x").withParts(folded(wanted.parts()));
        return index.withName("x")
                .withParts(folded(pair.renamedParts(index.parts())))
                .equals(folded);
    }

    private boolean isRebuilt(Index index) {
        return index.columns().stream().anyMatch(column -> rebuilt.contains(CaseInsensitiveNames.folded(column)));
    }

    /** Returns whether an index has to be dropped before its columns change. */
    boolean isDroppedFirst(Index index) {
        return isRebuilt(index)
                || isUniqueWithLostExpression(index)
                || index.parts().stream().anyMatch(KeyPart.OfExpression.class::isInstance)
                || index.columns().stream().anyMatch(this::gainsOrLosesLength)
                || (hasMaximumLength(index)
                        && !beginsWithAutoIncrement(index)
                        && index.columns().stream().anyMatch(this::mayGrow));
    }

    /** Full-text indexes have none. */
    private static boolean hasMaximumLength(Index index) {
        return index.kind() == Index.Kind.PLAIN || index.kind() == Index.Kind.UNIQUE;
    }

    /** Dropped generated columns are the first to go, and not every server drops a column of a unique key. */
    private boolean isUniqueWithLostExpression(Index index) {
        return index.kind() == Index.Kind.UNIQUE
                && index.columns().stream()
                        .flatMap(name -> pair.from().column(name).stream())
                        .anyMatch(column -> column.generation() != null
                                && pair.target(column).isEmpty());
    }

    /** Returns whether a column becomes or ceases to be one that a key can contain only in part. */
    private boolean gainsOrLosesLength(String column) {
        return pair.from()
                .column(column)
                .flatMap(from -> pair.target(from).map(to -> isLarge(from.type()) != isLarge(to.type())))
                .orElse(false);
    }

    /** An AUTO_INCREMENT column has an index at any time. */
    private boolean beginsWithAutoIncrement(Index index) {
        return index.columns().stream()
                .limit(1)
                .flatMap(name -> pair.from().column(name).stream())
                .anyMatch(Column::isAutoIncrement);
    }

    /** Returns whether a column may need more bytes, which an index that is going to be dropped may not allow. */
    private boolean mayGrow(String column) {
        return pair.from()
                .column(column)
                .flatMap(from -> pair.target(from).map(to -> mayGrow(from.type(), to.type())))
                .orElse(false);
    }

    private static boolean mayGrow(ColumnType from, ColumnType to) {
        if (to instanceof StringType string) {
            return !(from instanceof StringType other)
                    || string.length() > other.length()
                    || !string.encoding().equals(other.encoding());
        }
        return to instanceof BinaryType binary
                && (!(from instanceof BinaryType other) || binary.length() > other.length());
    }

    static boolean isLarge(ColumnType type) {
        return type instanceof TextType
                || type instanceof BlobType
                || type instanceof JsonType
                || type instanceof SpatialType
                || type instanceof VectorType;
    }

    List<Index> created() {
        return created;
    }

    List<Index> dropped() {
        return dropped;
    }

    Map<Index, Index> renamed() {
        return renamed;
    }

    boolean isPrimaryKeyKept() {
        return isSamePrimaryKey(pair)
                && pair.from().primaryKey().stream()
                        .noneMatch(part -> part instanceof KeyPart.OfColumn column
                                && rebuilt.contains(CaseInsensitiveNames.folded(column.name())));
    }

    static boolean isSamePrimaryKey(TablePair pair) {
        return folded(pair.renamedParts(pair.from().primaryKey()))
                .equals(folded(pair.to().primaryKey()));
    }

    static List<KeyPart> folded(List<KeyPart> parts) {
        List<KeyPart> folded = new ArrayList<>();
        for (KeyPart part : parts) {
            folded.add(
                    part instanceof KeyPart.OfColumn column
                            ? new KeyPart.OfColumn(
                                    CaseInsensitiveNames.folded(column.name()), column.length(), column.isDescending())
                            : part);
        }
        return folded;
    }

    /** The keys that can support a foreign key at any time during the change. */
    List<List<KeyPart>> keptKeys() {
        List<List<KeyPart>> keys = new ArrayList<>();
        if (isPrimaryKeyKept()) {
            keys.add(pair.from().primaryKey());
        }
        kept.forEach(index -> add(keys, index));
        renamed.keySet().forEach(index -> add(keys, index));
        return keys;
    }

    /** The keys that exist until the new ones are created. */
    List<List<KeyPart>> keysUntilCreation() {
        List<List<KeyPart>> keys = keptKeys();
        keys.add(pair.from().primaryKey());
        dropped.stream().filter(index -> !isDroppedFirst(index)).forEach(index -> add(keys, index));
        return keys;
    }

    /** The keys of a table that can support a foreign key. */
    static List<List<KeyPart>> keys(Table table) {
        List<List<KeyPart>> keys = new ArrayList<>();
        keys.add(table.primaryKey());
        table.indexes().forEach(index -> add(keys, index));
        return keys;
    }

    private static void add(List<List<KeyPart>> keys, Index index) {
        if (isOrdinary(index)) {
            keys.add(index.parts());
        }
    }

    static boolean isOrdinary(Index index) {
        return index.kind() == Index.Kind.PLAIN || index.kind() == Index.Kind.UNIQUE;
    }

    /** Returns whether one of the keys begins with these columns. */
    static boolean serves(List<List<KeyPart>> keys, List<String> columns) {
        return keys.stream().anyMatch(key -> KeyPart.beginWith(key, columns));
    }
}
