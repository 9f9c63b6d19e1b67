package dev.migrate.diff;

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
 * One table as it is and as it is wanted, both under the wanted name, and which column of the one is which of the other.
 *
 * <p>Where the two tables have different encodings, their columns name their own: what a column inherits would change on
 * the way.
 */
final class TablePair {

    private final Table from;
    private final Table to;
    private final ServerDefaults defaults;
    private final SqlRenderer renderer;
    private final Map<String, String> newNames = new TreeMap<>();

    TablePair(Table from, Table to, Map<String, String> renamedColumns, DiffOptions options) {
        this.defaults = options.defaults();
        this.renderer = options.renderer();
        boolean isSameEncoding = collation(from).equals(collation(to));
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
                    + ": the old name must be one of a column that is there, the new name one of a wanted column that"
                    + " is not there yet.");
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

    /** A suggestion to fill a column before it forbids NULL. */
    String backFill(String column) {
        String quoted = renderer.quote(column);
        return "Fill it in before, for instance: op.execute(\"UPDATE " + renderer.quote(name()) + " SET " + quoted
                + " = ... WHERE " + quoted + " IS NULL\");";
    }

    /** The wanted name of a column that is there. */
    String renamed(String column) {
        return newNames.getOrDefault(CaseInsensitiveNames.folded(column), column);
    }

    List<String> renamed(List<String> columns) {
        return columns.stream().map(this::renamed).toList();
    }

    /** The wanted column that a column becomes. */
    Optional<Column> target(Column column) {
        return to.column(renamed(column.name()));
    }

    /** The column that a wanted column was. */
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

    /** An index under another name, on columns under their wanted names. */
    Index renamed(Index index, String name) {
        return index.withName(name).withParts(renamedParts(index.parts()));
    }

    /** The encoding of a table or of one of its columns, spelled out. */
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

    /** The same column, naming its encoding. */
    Column explicit(Column column, Table table) {
        return column.type() instanceof CharacterType type
                ? column.toBuilder()
                        .type(type.encoding(explicit(type.encoding(), table)))
                        .build()
                : column;
    }
}
