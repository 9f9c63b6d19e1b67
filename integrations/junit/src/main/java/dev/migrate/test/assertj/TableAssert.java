package dev.migrate.test.assertj;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a table. Names of columns and indexes are compared without regard to case. Not thread-safe. */
public final class TableAssert extends AbstractAssert<TableAssert, Table> {

    TableAssert(Table actual) {
        super(actual, TableAssert.class);
        as("table %s", actual.name());
    }

    /**
     * Verifies that a column exists.
     *
     * @param name the name of the column
     * @return assertions about the column
     */
    public ColumnAssert column(String name) {
        Column column = actual.column(name)
                .orElseThrow(() -> failure("Expected a column %s, but the table has the columns %s.", name, columns()));
        return new ColumnAssert(this, actual.name(), column);
    }

    /**
     * Verifies that a column does not exist.
     *
     * @param name the name of the column
     * @return this
     */
    public TableAssert doesNotHaveColumn(String name) {
        if (actual.column(name).isPresent()) {
            throw failure("Expected no column %s, but the table has the columns %s.", name, columns());
        }
        return this;
    }

    /**
     * Verifies the columns of the primary key.
     *
     * @param columns the names of the columns, in their order; none if there must be no primary key
     * @return this
     */
    public TableAssert hasPrimaryKey(String... columns) {
        if (!isOn(actual.primaryKey(), columns)) {
            throw failure(
                    "Expected the primary key %s, but the table has %s.", List.of(columns), names(actual.primaryKey()));
        }
        return this;
    }

    /**
     * Verifies that an index, unique or not, has exactly these whole columns, in this order.
     *
     * @param columns the names of the columns
     * @return this
     */
    public TableAssert hasIndex(String... columns) {
        if (actual.indexes().stream().noneMatch(index -> isOn(index.parts(), columns))) {
            throw failure(
                    "Expected an index on %s, but the table has %s.", List.of(columns), indexes(actual.indexes()));
        }
        return this;
    }

    /**
     * Verifies that a unique index has exactly these whole columns, in this order.
     *
     * @param columns the names of the columns
     * @return this
     */
    public TableAssert hasUniqueIndex(String... columns) {
        List<Index> unique = actual.indexes().stream()
                .filter(index -> index.kind() == Index.Kind.UNIQUE)
                .toList();
        if (unique.stream().noneMatch(index -> isOn(index.parts(), columns))) {
            throw failure("Expected a unique index on %s, but the table has %s.", List.of(columns), indexes(unique));
        }
        return this;
    }

    /**
     * Verifies that a foreign key refers to a table.
     *
     * @param referencedTable the name of the referenced table
     * @param columns the names of the columns of this table
     * @return this
     */
    public TableAssert hasForeignKey(String referencedTable, String... columns) {
        boolean isPresent = actual.foreignKeys().stream()
                .anyMatch(key -> key.referencedTable().equals(referencedTable)
                        && key.columns().equals(List.of(columns)));
        if (!isPresent) {
            throw failure(
                    "Expected a foreign key %s to %s, but the table has %s.",
                    List.of(columns),
                    referencedTable,
                    actual.foreignKeys().stream().map(TableAssert::described).toList());
        }
        return this;
    }

    /** Prefixes and expressions are no columns. */
    private static boolean isOn(List<KeyPart> key, String... columns) {
        return key.size() == columns.length && KeyPart.beginWith(key, List.of(columns));
    }

    private static List<String> names(List<KeyPart> key) {
        return key.stream()
                .map(part -> part instanceof KeyPart.OfColumn column ? column.name() : part.toString())
                .toList();
    }

    private List<String> columns() {
        return actual.columns().stream().map(Column::name).toList();
    }

    private static List<String> indexes(List<Index> indexes) {
        return indexes.stream()
                .map(index -> index.name() + names(index.parts()))
                .toList();
    }

    private static String described(ForeignKey key) {
        return key.name() + key.columns() + " to " + key.referencedTable();
    }
}
