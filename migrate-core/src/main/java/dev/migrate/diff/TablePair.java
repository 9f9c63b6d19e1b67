package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.ServerDefaults;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The current and the target form of a table, both with the target name, and the mapping between their columns.
 *
 * <p>If the encodings of the tables differ, the columns have explicit encodings, because an inherited encoding would
 * change with the table.
 */
final class TablePair {

    private final Table from;
    private final Table to;
    private final Table declaredFrom;
    private final Table declaredTo;
    private final ServerDefaults defaults;
    private final SqlRenderer renderer;
    private final Map<String, String> newNames = new TreeMap<>();

    TablePair(Table from, Table to, Map<String, String> renamedColumns, DiffOptions options) {
        this.defaults = options.defaults();
        this.renderer = options.renderer();
        boolean isSameEncoding = collation(from).equals(collation(to));
        declaredFrom = from;
        declaredTo = to;
        this.from = isSameEncoding ? from : explicit(from);
        this.to = isSameEncoding ? to : explicit(to);
        renamedColumns.forEach(this::rename);
        for (Column column : to.columns()) {
            boolean isTaken = newNames.containsValue(column.name());
            Optional<Column> same = from.column(column.name());
            if (!isTaken && same.isPresent() && !same.get().name().equals(column.name())) {
                newNames.putIfAbsent(CaseInsensitiveNames.folded(column.name()), column.name());
            }
        }
    }

    private void rename(String old, String name) {
        boolean isFree = from.column(name).isEmpty() || CaseInsensitiveNames.same(old, name);
        if (from.column(old).isEmpty() || to.column(name).isEmpty() || !isFree) {
            throw new IllegalArgumentException("Column " + to.name() + "." + old + " cannot be renamed to " + name
                    + ": the old name must be one of an existing column, the new name one of a target column that"
                    + " does not exist yet.");
        }
        newNames.put(
                CaseInsensitiveNames.folded(old), to.column(name).orElseThrow().name());
    }

    Table from() {
        return from;
    }

    Table to() {
        return to;
    }

    String name() {
        return to.name();
    }

    ServerDefaults defaults() {
        return defaults;
    }

    SqlRenderer renderer() {
        return renderer;
    }

    /** A column of the current table, without an encoding that it inherits. */
    Column declaredSource(Column column) {
        return declaredFrom.column(column.name()).orElse(column);
    }

    /** A column of the target table, without an encoding that it inherits. */
    Column declaredTarget(Column column) {
        return declaredTo.column(column.name()).orElse(column);
    }

    /** A suggestion to fill a column before it becomes NOT NULL. */
    String backFill(String column) {
        String quoted = renderer.quote(column);
        return "Fill it first, for example with op.execute(\"UPDATE " + renderer.quote(name()) + " SET " + quoted
                + " = ... WHERE " + quoted + " IS NULL\");";
    }

    /** The target name of an existing column. */
    String renamed(String column) {
        return newNames.getOrDefault(CaseInsensitiveNames.folded(column), column);
    }

    boolean hasRenames() {
        return !newNames.isEmpty();
    }

    List<String> renamed(List<String> columns) {
        return columns.stream().map(this::renamed).toList();
    }

    /** The target column of an existing column. */
    Optional<Column> target(Column column) {
        return to.column(renamed(column.name()));
    }

    /** The existing column of a target column. */
    Optional<Column> source(Column column) {
        return from.columns().stream()
                .filter(each -> CaseInsensitiveNames.same(renamed(each.name()), column.name()))
                .findFirst();
    }

    List<KeyPart> renamedParts(List<KeyPart> parts) {
        List<KeyPart> renamed = new ArrayList<>();
        for (KeyPart part : parts) {
            renamed.add(
                    part instanceof KeyPart.OfColumn named
                            ? new KeyPart.OfColumn(renamed(named.name()), named.length(), named.isDescending())
                            : part);
        }
        return renamed;
    }

    /** The index with another name, on the target names of its columns. */
    Index renamed(Index index, String name) {
        return index.withName(name).withParts(renamedParts(index.parts()));
    }

    /** The explicit encoding of a table or of one of its columns. */
    Encoding explicit(Encoding encoding, Table table) {
        return defaults.named(defaults.collationOf(encoding, collation(table)));
    }

    private String collation(Table table) {
        return defaults.collationOf(table.options().encoding(), defaults.collation());
    }

    private Table explicit(Table table) {
        return table.withColumns(
                table.columns().stream().map(column -> explicit(column, table)).toList());
    }

    /** The column with its explicit encoding. */
    Column explicit(Column column, Table table) {
        return column.type() instanceof CharacterType type
                ? column.toBuilder()
                        .type(type.encoding(explicit(type.encoding(), table)))
                        .build()
                : column;
    }
}
