package dev.migrate.schema;

/**
 * A whole number.
 *
 * @param size how wide it is
 * @param isUnsigned whether it starts at zero
 * @param zerofillWidth up to which width the server shows leading zeros; 0 for none. Other widths mean nothing and are
 *     not kept
 */
public record IntegerType(Size size, boolean isUnsigned, int zerofillWidth) implements ColumnType {
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

    /** Checks the width; a number with leading zeros is never negative. */
    public IntegerType {
        Require.range("width", zerofillWidth, 0, 255);
        isUnsigned |= zerofillWidth > 0;
    }

    /**
     * The same type without negative numbers.
     *
     * @return the unsigned type
     */
    public IntegerType unsigned() {
        return new IntegerType(size, true, zerofillWidth);
    }

    /**
     * The same type shown with leading zeros, and without negative numbers.
     *
     * @param width up to which width
     * @return the type
     */
    public IntegerType zerofill(int width) {
        return new IntegerType(size, true, width);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.integer(this);
    }
}
