package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A floating-point number.
 *
 * @param size how wide it is
 * @param digits to how many digits values are rounded when they are stored, or null if they are not
 * @param isUnsigned whether it starts at zero
 * @param isZerofill whether the server shows leading zeros
 */
public record FloatingType(Size size, @Nullable Digits digits, boolean isUnsigned, boolean isZerofill)
        implements ColumnType {

    /** The widths, by their SQL names. */
    public enum Size {
        /** Four bytes. */
        FLOAT,
        /** Eight bytes. */
        DOUBLE
    }

    /**
     * Digits of a rounded number.
     *
     * @param precision how many in all, 1 to 255
     * @param scale how many of them behind the point, 0 to 30 and not more than the precision
     */
    public record Digits(int precision, int scale) {
        /** Checks the digits. */
        public Digits {
            Require.range("precision", precision, 1, 255);
            Require.range("scale", scale, 0, Math.min(30, precision));
        }
    }

    /** A number with leading zeros is never negative. */
    public FloatingType {
        Objects.requireNonNull(size, "size");
        isUnsigned |= isZerofill;
    }

    /**
     * The same type without negative numbers.
     *
     * @return the unsigned type
     */
    public FloatingType unsigned() {
        return new FloatingType(size, digits, true, isZerofill);
    }

    /**
     * The same type shown with leading zeros, and without negative numbers.
     *
     * @return the type
     */
    public FloatingType zerofill() {
        return new FloatingType(size, digits, true, true);
    }

    /**
     * The same type whose values are rounded when they are stored. Deprecated on some servers.
     *
     * @param precision how many digits in all
     * @param scale how many of them behind the point
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
