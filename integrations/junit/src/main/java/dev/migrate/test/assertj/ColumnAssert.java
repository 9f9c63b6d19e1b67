package dev.migrate.test.assertj;

import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Encoding;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a column. Not thread-safe. */
public final class ColumnAssert extends AbstractAssert<ColumnAssert, Column> {

    private final TableAssert table;

    ColumnAssert(TableAssert table, String tableName, Column actual) {
        super(actual, ColumnAssert.class);
        this.table = table;
        as("column %s.%s", tableName, actual.name());
    }

    /**
     * Verifies that the table has another column.
     *
     * @param name the name of the column
     * @return assertions about the other column
     */
    public ColumnAssert column(String name) {
        return table.column(name);
    }

    /**
     * Returns to the table of the column.
     *
     * @return assertions about the table
     */
    public TableAssert ofTable() {
        return table;
    }

    /**
     * Verifies the type.
     *
     * @param expected the type; without a character set, it equals the same type with any one
     * @return this
     */
    public ColumnAssert hasType(ColumnType expected) {
        if (!actual.type().equals(expected) && !withoutEncoding(actual.type()).equals(expected)) {
            throw failureWithActualExpected(
                    actual.type(), expected, "Expected the type %s, but it is %s.", expected, actual.type());
        }
        return this;
    }

    private static ColumnType withoutEncoding(ColumnType type) {
        return type instanceof CharacterType text ? text.encoding(Encoding.INHERITED) : type;
    }

    /**
     * Verifies that the column accepts NULL.
     *
     * @return this
     */
    public ColumnAssert isNullable() {
        if (!actual.isNullable()) {
            throw failure("Expected it to accept NULL, but it is NOT NULL.");
        }
        return this;
    }

    /**
     * Verifies that the column does not accept NULL.
     *
     * @return this
     */
    public ColumnAssert isNotNullable() {
        if (actual.isNullable()) {
            throw failure("Expected it to be NOT NULL, but it accepts NULL.");
        }
        return this;
    }

    /**
     * Verifies that the server numbers the rows with the column.
     *
     * @return this
     */
    public ColumnAssert isAutoIncrement() {
        if (!actual.isAutoIncrement()) {
            throw failure("Expected it to be AUTO_INCREMENT, but it is not.");
        }
        return this;
    }
}
