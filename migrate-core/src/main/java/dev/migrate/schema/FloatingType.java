package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A floating-point number.
 *
 * @param size the size
 * @param digits the precision and scale to which stored values are rounded, or null if they are not rounded
 * @param isUnsigned whether negative numbers are excluded
 * @param isZerofill whether the server displays leading zeros
 */
public record FloatingType(Size size, @Nullable Digits digits, boolean isUnsigned, boolean isZerofill)
        implements ColumnType {

    /** The sizes, by their SQL names. */
    public enum Size {
        /** Four bytes. */
        FLOAT,
        /** Eight bytes. */
        DOUBLE
    }

    /**
     * The precision and scale of a rounded number.
     *
     * @param precision the number of digits, 1 to 255
     * @param scale the number of decimal places, 0 to 30 and not more than the precision
     */
    public record Digits(int precision, int scale) {
        /** Checks the precision and the scale. */
        public Digits {
            Require.range("precision", precision, 1, 255);
            Require.range("scale", scale, 0, Math.min(30, precision));
        }
    }

    /** Checks the attributes; ZEROFILL implies UNSIGNED. */
    public FloatingType {
        Objects.requireNonNull(size, "size");
        isUnsigned |= isZerofill;
    }

    /**
     * Returns the same type without negative numbers.
     *
     * @return the unsigned type
     */
    public FloatingType unsigned() {
        return new FloatingType(size, digits, true, isZerofill);
    }

    /**
     * Returns the same type with ZEROFILL, which implies UNSIGNED.
     *
     * @return the type
     */
    public FloatingType zerofill() {
        return new FloatingType(size, digits, true, true);
    }

    /**
     * Returns the same type with rounding of stored values. Deprecated on some servers.
     *
     * @param precision the number of digits
     * @param scale the number of decimal places
     * @return the type
     */
    public FloatingType rounded(int precision, int scale) {
        return new FloatingType(size, new Digits(precision, scale), isUnsigned, isZerofill);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.floating(this);
    }
}
