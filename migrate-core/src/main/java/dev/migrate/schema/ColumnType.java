package dev.migrate.schema;

import java.util.List;

/**
 * The type of a column, with the attributes that belong to the type itself.
 *
 * <p>The factories carry the names of the SQL types and are meant to be imported statically:
 *
 * <pre>{@code
 * import static dev.migrate.schema.ColumnType.*;
 *
 * t.column("id", bigint().unsigned()).notNull().autoIncrement();
 * t.column("title", varchar(120)).notNull();
 * }</pre>
 */
public sealed interface ColumnType
        permits IntegerType,
                DecimalType,
                FloatingType,
                BooleanType,
                StringType,
                LargeType,
                TemporalType,
                EnumType,
                JsonType {

    /**
     * Lets a visitor see which kind of type this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * What to do for each kind of type. There are no default methods: a new kind must be met everywhere.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /**
         * Visits a whole number.
         *
         * @param type the type
         * @return the result
         */
        R integer(IntegerType type);

        /**
         * Visits a fixed-point number.
         *
         * @param type the type
         * @return the result
         */
        R decimal(DecimalType type);

        /**
         * Visits a floating-point number.
         *
         * @param type the type
         * @return the result
         */
        R floating(FloatingType type);

        /**
         * Visits a truth value.
         *
         * @param type the type
         * @return the result
         */
        R bool(BooleanType type);

        /**
         * Visits characters or bytes with a length of their own.
         *
         * @param type the type
         * @return the result
         */
        R string(StringType type);

        /**
         * Visits a text or a blob.
         *
         * @param type the type
         * @return the result
         */
        R large(LargeType type);

        /**
         * Visits a date, a time or both.
         *
         * @param type the type
         * @return the result
         */
        R temporal(TemporalType type);

        /**
         * Visits an enumeration.
         *
         * @param type the type
         * @return the result
         */
        R enumeration(EnumType type);

        /**
         * Visits a JSON document.
         *
         * @param type the type
         * @return the result
         */
        R json(JsonType type);
    }

    /**
     * {@code TINYINT}: -128 to 127.
     *
     * @return the type
     */
    static IntegerType tinyint() {
        return new IntegerType(IntegerType.Size.TINYINT, false);
    }

    /**
     * {@code SMALLINT}: two bytes.
     *
     * @return the type
     */
    static IntegerType smallint() {
        return new IntegerType(IntegerType.Size.SMALLINT, false);
    }

    /**
     * {@code INT}: four bytes.
     *
     * @return the type
     */
    static IntegerType integer() {
        return new IntegerType(IntegerType.Size.INT, false);
    }

    /**
     * {@code BIGINT}: eight bytes.
     *
     * @return the type
     */
    static IntegerType bigint() {
        return new IntegerType(IntegerType.Size.BIGINT, false);
    }

    /**
     * {@code DECIMAL(precision, scale)}.
     *
     * @param precision how many digits in all
     * @param scale how many of them behind the point
     * @return the type
     * @throws IllegalArgumentException if the digits are out of the server's range
     */
    static DecimalType decimal(int precision, int scale) {
        return new DecimalType(precision, scale);
    }

    /**
     * {@code DOUBLE}: eight bytes, floating.
     *
     * @return the type
     */
    static FloatingType doublePrecision() {
        return new FloatingType(true);
    }

    /**
     * {@code BOOLEAN}, a {@code TINYINT(1)}.
     *
     * @return the type
     */
    static BooleanType bool() {
        return new BooleanType();
    }

    /**
     * {@code CHAR(length)}.
     *
     * @param length characters, 0 to 255
     * @return the type
     * @throws IllegalArgumentException if the length is out of range
     */
    static StringType character(int length) {
        return new StringType(StringType.Kind.CHAR, length);
    }

    /**
     * {@code VARCHAR(length)}.
     *
     * @param length characters; how many fit depends on the character set
     * @return the type
     * @throws IllegalArgumentException if the length is out of range
     */
    static StringType varchar(int length) {
        return new StringType(StringType.Kind.VARCHAR, length);
    }

    /**
     * {@code VARBINARY(length)}.
     *
     * @param length bytes
     * @return the type
     * @throws IllegalArgumentException if the length is out of range
     */
    static StringType varbinary(int length) {
        return new StringType(StringType.Kind.VARBINARY, length);
    }

    /**
     * {@code TEXT}: up to 64 KiB of characters.
     *
     * @return the type
     */
    static LargeType text() {
        return new LargeType(LargeType.Kind.TEXT);
    }

    /**
     * {@code LONGTEXT}: up to 4 GiB of characters.
     *
     * @return the type
     */
    static LargeType longtext() {
        return new LargeType(LargeType.Kind.LONGTEXT);
    }

    /**
     * {@code BLOB}: up to 64 KiB.
     *
     * @return the type
     */
    static LargeType blob() {
        return new LargeType(LargeType.Kind.BLOB);
    }

    /**
     * {@code DATE}.
     *
     * @return the type
     */
    static TemporalType date() {
        return new TemporalType(TemporalType.Kind.DATE, 0);
    }

    /**
     * {@code DATETIME} without fractions of a second.
     *
     * @return the type
     */
    static TemporalType datetime() {
        return datetime(0);
    }

    /**
     * {@code DATETIME(fraction)}.
     *
     * @param fraction digits of a second, 0 to 6
     * @return the type
     * @throws IllegalArgumentException if the digits are out of range
     */
    static TemporalType datetime(int fraction) {
        return new TemporalType(TemporalType.Kind.DATETIME, fraction);
    }

    /**
     * {@code TIMESTAMP(fraction)}.
     *
     * @param fraction digits of a second, 0 to 6
     * @return the type
     * @throws IllegalArgumentException if the digits are out of range
     */
    static TemporalType timestamp(int fraction) {
        return new TemporalType(TemporalType.Kind.TIMESTAMP, fraction);
    }

    /**
     * {@code ENUM(members)}.
     *
     * @param members the words, at least one
     * @return the type
     */
    static EnumType enumeration(String... members) {
        return new EnumType(List.of(members));
    }

    /**
     * {@code JSON}.
     *
     * @return the type
     */
    static JsonType json() {
        return new JsonType();
    }
}
