package dev.migrate.schema;

/**
 * An integer.
 *
 * @param size the size
 * @param isUnsigned whether negative numbers are excluded
 * @param zerofillWidth the display width for ZEROFILL, or 0 for none; other display widths have no effect and are not
 *     stored
 */
public record IntegerType(Size size, boolean isUnsigned, int zerofillWidth) implements ColumnType {
    /** The sizes, by their SQL names. */
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

    /** Checks the width; ZEROFILL implies UNSIGNED. */
    public IntegerType {
        Require.range("width", zerofillWidth, 0, 255);
        isUnsigned |= zerofillWidth > 0;
    }

    /**
     * Returns the same type without negative numbers.
     *
     * @return the unsigned type
     */
    public IntegerType unsigned() {
        return new IntegerType(size, true, zerofillWidth);
    }

    /**
     * Returns the same type with ZEROFILL, which implies UNSIGNED.
     *
     * @param width the display width
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
