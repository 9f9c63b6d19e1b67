package dev.migrate.operation;

import dev.migrate.schema.Encoding;

/**
 * Converts all text columns of a table to a character set and a collation. The conversion may enlarge column types
 * (TEXT to MEDIUMTEXT) and removes the collations of individual columns.
 *
 * @param table the table's name
 * @param encoding the character set, and the collation or null for its default
 */
public record ConvertCharset(String table, Encoding encoding) implements TableChange {

    /** Checks that there is a character set. */
    public ConvertCharset {
        if (encoding.charset() == null) {
            throw new IllegalArgumentException("The character set for the conversion of " + table + " is missing.");
        }
    }

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.convertCharset(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return new Inverse.None<>(
                "A conversion changes the types and collations of columns, and the previous ones are not known.");
    }

    @Override
    public String description() {
        return "convert " + table + " to " + encoding.charset();
    }
}
