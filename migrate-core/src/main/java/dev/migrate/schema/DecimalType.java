package dev.migrate.schema;

/**
 * A fixed-point number.
 *
 * @param precision the number of digits, 1 to 65
 * @param scale the number of decimal places, 0 to 38 (fewer on some servers) and not more than the precision
 * @param isUnsigned whether negative numbers are excluded
 * @param isZerofill whether the server displays leading zeros
 */
public record DecimalType(int precision, int scale, boolean isUnsigned, boolean isZerofill) implements ColumnType {
    /** Checks the precision and the scale; ZEROFILL implies UNSIGNED. */
    public DecimalType {
        Require.range("precision", precision, 1, 65);
        Require.range("scale", scale, 0, Math.min(38, precision));
        isUnsigned |= isZerofill;
    }

    /**
     * Returns the same type without negative numbers.
     *
     * @return the unsigned type
     */
    public DecimalType unsigned() {
        return new DecimalType(precision, scale, true, isZerofill);
    }

    /**
     * Returns the same type with ZEROFILL, which implies UNSIGNED.
     *
     * @return the type
     */
    public DecimalType zerofill() {
        return new DecimalType(precision, scale, true, true);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.decimal(this);
    }
}
