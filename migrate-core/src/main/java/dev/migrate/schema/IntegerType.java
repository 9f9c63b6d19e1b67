package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An integer. Types that differ in their display width only are equal, because it has no effect except with ZEROFILL.
 *
 * @param size the size
 * @param isUnsigned whether negative numbers are excluded
 * @param zerofillWidth the display width for ZEROFILL, or 0 for none
 * @param displayWidth the display width without ZEROFILL, or 0 for the default one; it is only used to create a column
 */
public record IntegerType(Size size, boolean isUnsigned, int zerofillWidth, int displayWidth) implements ColumnType {
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
        Require.range("display width", displayWidth, 0, 255);
        isUnsigned |= zerofillWidth > 0;
        displayWidth = zerofillWidth > 0 ? 0 : displayWidth;
    }

    /**
     * Creates an integer with the default display width.
     *
     * @param size the size
     * @param isUnsigned whether negative numbers are excluded
     * @param zerofillWidth the display width for ZEROFILL, or 0 for none
     */
    public IntegerType(Size size, boolean isUnsigned, int zerofillWidth) {
        this(size, isUnsigned, zerofillWidth, 0);
    }

    /**
     * Returns the same type without negative numbers.
     *
     * @return the unsigned type
     */
    public IntegerType unsigned() {
        return new IntegerType(size, true, zerofillWidth, displayWidth);
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

    /**
     * Returns the same type with another display width, which has no effect without ZEROFILL.
     *
     * @param width the display width, or 0 for the default one
     * @return the type
     */
    public IntegerType displayWidth(int width) {
        return new IntegerType(size, isUnsigned, zerofillWidth, width);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntegerType type
                && size == type.size
                && isUnsigned == type.isUnsigned
                && zerofillWidth == type.zerofillWidth;
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, isUnsigned, zerofillWidth);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.integer(this);
    }
}
