package dev.migrate.schema;

/**
 * A whole number.
 *
 * @param size how wide it is
 * @param isUnsigned whether it starts at zero
 */
public record IntegerType(Size size, boolean isUnsigned) implements ColumnType {
    /** The widths, by their SQL names. */
    public enum Size {
        /** One byte. */
        TINYINT,
        /** Two bytes. */
        SMALLINT,
        /** Three bytes. */
        MEDIUMINT,
        /** Four bytes. */
        INT,
        /** Eight bytes. */
        BIGINT
    }

    /**
     * The same type without negative numbers.
     *
     * @return the unsigned type
     */
    public IntegerType unsigned() {
        return new IntegerType(size, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.integer(this);
    }
}
