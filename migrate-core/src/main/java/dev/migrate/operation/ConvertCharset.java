package dev.migrate.operation;

import dev.migrate.schema.Encoding;

/**
 * Converts all texts of a table to a character set and a collation. Texts may become longer types for it (TEXT to MEDIUMTEXT), and columns lose collations of their own.
 *
 * @param table the table's name
 * @param encoding the character set, and the collation or null for its default
 */
public record ConvertCharset(String table, Encoding encoding) implements TableChange {

    /** The character set must be said. */
    public ConvertCharset {
        if (encoding.charset() == null) {
            throw new IllegalArgumentException("The character set that " + table + " is converted to is not said.");
        }
    }

    @Override
    public <R> R accept(TableChange.Visitor<R> visitor) {
        return visitor.convertCharset(this);
    }

    @Override
    public Inverse<TableChange> inverse() {
        return new Inverse.None<>(
                "A conversion changes the types and collations of columns, and they are not known afterwards.");
    }

    @Override
    public String description() {
        return "convert " + table + " to " + encoding.charset();
    }
}
