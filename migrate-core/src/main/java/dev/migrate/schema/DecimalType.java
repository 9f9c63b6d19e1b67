package dev.migrate.schema;

/**
 * A fixed-point number.
 *
 * @param precision how many digits in all, 1 to 65
 * @param scale how many of them behind the point, 0 to 30 and not more than the precision
 */
public record DecimalType(int precision, int scale) implements ColumnType {
    /** Checks the digits against the limits that MySQL and MariaDB share up to scale 30. */
    public DecimalType {
        Check.range("precision", precision, 1, 65);
        Check.range("scale", scale, 0, Math.min(30, precision));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.decimal(this);
    }
}
