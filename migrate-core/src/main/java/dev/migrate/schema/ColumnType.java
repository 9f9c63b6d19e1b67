package dev.migrate.schema;

import java.util.List;

/**
 * The type of a column, with the attributes that belong to the type itself.
 *
 * <p>The factory methods are named after the SQL types and are meant to be imported statically. Arguments outside the
 * range that all servers share are rejected with an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * import static dev.migrate.schema.ColumnType.*;
 *
 * t.column("id", bigint().unsigned()).notNull().autoIncrement();
 * t.column("title", varchar(120).collation("utf8mb4_bin")).notNull();
 * }</pre>
 */
public sealed interface ColumnType
        permits IntegerType,
                DecimalType,
                FloatingType,
                BitType,
                BooleanType,
                CharacterType,
                BinaryType,
                BlobType,
                TemporalType,
                JsonType,
                SpatialType,
                MariaDbType,
                VectorType,
                RawType {

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(ColumnTypeVisitor<R> visitor);

    /**
     * {@code TINYINT}: one byte.
     *
     * @return the type
     */
    static IntegerType tinyint() {
        return new IntegerType(IntegerType.Size.TINYINT, false, 0);
    }

    /**
     * {@code SMALLINT}: two bytes.
     *
     * @return the type
     */
    static IntegerType smallint() {
        return new IntegerType(IntegerType.Size.SMALLINT, false, 0);
    }

    /**
     * {@code MEDIUMINT}: three bytes.
     *
     * @return the type
     */
    static IntegerType mediumint() {
        return new IntegerType(IntegerType.Size.MEDIUMINT, false, 0);
    }

    /**
     * {@code INT}: four bytes.
     *
     * @return the type
     */
    static IntegerType integer() {
        return new IntegerType(IntegerType.Size.INT, false, 0);
    }

    /**
     * {@code BIGINT}: eight bytes.
     *
     * @return the type
     */
    static IntegerType bigint() {
        return new IntegerType(IntegerType.Size.BIGINT, false, 0);
    }

    /**
     * {@code DECIMAL(precision, scale)}.
     *
     * @param precision the number of digits
     * @param scale the number of decimal places
     * @return the type
     */
    static DecimalType decimal(int precision, int scale) {
        return new DecimalType(precision, scale, false, false);
    }

    /**
     * {@code FLOAT}: four bytes, floating-point.
     *
     * @return the type
     */
    static FloatingType singlePrecision() {
        return new FloatingType(FloatingType.Size.FLOAT, null, false, false);
    }

    /**
     * {@code DOUBLE}: eight bytes, floating-point.
     *
     * @return the type
     */
    static FloatingType doublePrecision() {
        return new FloatingType(FloatingType.Size.DOUBLE, null, false, false);
    }

    /**
     * {@code BIT(length)}.
     *
     * @param length the number of bits, 1 to 64
     * @return the type
     */
    static BitType bit(int length) {
        return new BitType(length);
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
     * @param length the number of characters, 0 to 255
     * @return the type
     */
    static StringType character(int length) {
        return new StringType(StringType.Kind.CHAR, length, Encoding.INHERITED);
    }

    /**
     * {@code VARCHAR(length)}.
     *
     * @param length the maximum number of characters; the upper limit depends on the character set
     * @return the type
     */
    static StringType varchar(int length) {
        return new StringType(StringType.Kind.VARCHAR, length, Encoding.INHERITED);
    }

    /**
     * {@code BINARY(length)}.
     *
     * @param length the number of bytes, 0 to 255
     * @return the type
     */
    static BinaryType binary(int length) {
        return new BinaryType(BinaryType.Kind.BINARY, length);
    }

    /**
     * {@code VARBINARY(length)}.
     *
     * @param length the maximum number of bytes
     * @return the type
     */
    static BinaryType varbinary(int length) {
        return new BinaryType(BinaryType.Kind.VARBINARY, length);
    }

    /**
     * {@code TINYTEXT}: up to 255 bytes of characters.
     *
     * @return the type
     */
    static TextType tinytext() {
        return new TextType(TextType.Kind.TINYTEXT, Encoding.INHERITED);
    }

    /**
     * {@code TEXT}: up to 64 KiB of characters.
     *
     * @return the type
     */
    static TextType text() {
        return new TextType(TextType.Kind.TEXT, Encoding.INHERITED);
    }

    /**
     * {@code MEDIUMTEXT}: up to 16 MiB of characters.
     *
     * @return the type
     */
    static TextType mediumtext() {
        return new TextType(TextType.Kind.MEDIUMTEXT, Encoding.INHERITED);
    }

    /**
     * {@code LONGTEXT}: up to 4 GiB of characters.
     *
     * @return the type
     */
    static TextType longtext() {
        return new TextType(TextType.Kind.LONGTEXT, Encoding.INHERITED);
    }

    /**
     * {@code TINYBLOB}: up to 255 bytes.
     *
     * @return the type
     */
    static BlobType tinyblob() {
        return new BlobType(BlobType.Kind.TINYBLOB);
    }

    /**
     * {@code BLOB}: up to 64 KiB.
     *
     * @return the type
     */
    static BlobType blob() {
        return new BlobType(BlobType.Kind.BLOB);
    }

    /**
     * {@code MEDIUMBLOB}: up to 16 MiB.
     *
     * @return the type
     */
    static BlobType mediumblob() {
        return new BlobType(BlobType.Kind.MEDIUMBLOB);
    }

    /**
     * {@code LONGBLOB}: up to 4 GiB.
     *
     * @return the type
     */
    static BlobType longblob() {
        return new BlobType(BlobType.Kind.LONGBLOB);
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
     * {@code TIME} without fractional seconds.
     *
     * @return the type
     */
    static TemporalType time() {
        return time(0);
    }

    /**
     * {@code TIME(fraction)}.
     *
     * @param fraction the number of digits of the fractional seconds, 0 to 6
     * @return the type
     */
    static TemporalType time(int fraction) {
        return new TemporalType(TemporalType.Kind.TIME, fraction);
    }

    /**
     * {@code DATETIME} without fractional seconds.
     *
     * @return the type
     */
    static TemporalType datetime() {
        return datetime(0);
    }

    /**
     * {@code DATETIME(fraction)}.
     *
     * @param fraction the number of digits of the fractional seconds, 0 to 6
     * @return the type
     */
    static TemporalType datetime(int fraction) {
        return new TemporalType(TemporalType.Kind.DATETIME, fraction);
    }

    /**
     * {@code TIMESTAMP} without fractional seconds.
     *
     * @return the type
     */
    static TemporalType timestamp() {
        return timestamp(0);
    }

    /**
     * {@code TIMESTAMP(fraction)}.
     *
     * @param fraction the number of digits of the fractional seconds, 0 to 6
     * @return the type
     */
    static TemporalType timestamp(int fraction) {
        return new TemporalType(TemporalType.Kind.TIMESTAMP, fraction);
    }

    /**
     * {@code YEAR}.
     *
     * @return the type
     */
    static TemporalType year() {
        return new TemporalType(TemporalType.Kind.YEAR, 0);
    }

    /**
     * {@code ENUM(members)}: one of its members.
     *
     * @param members the members, at least one
     * @return the type
     */
    static EnumType enumeration(String... members) {
        return new EnumType(List.of(members), Encoding.INHERITED);
    }

    /**
     * {@code SET(members)}: any number of its members.
     *
     * @param members the members, 1 to 64, without commas
     * @return the type
     */
    static SetType set(String... members) {
        return new SetType(List.of(members), Encoding.INHERITED);
    }

    /**
     * {@code JSON}.
     *
     * @return the type
     */
    static JsonType json() {
        return new JsonType();
    }

    /**
     * {@code GEOMETRY}.
     *
     * @return the type
     */
    static SpatialType geometry() {
        return new SpatialType(SpatialType.Kind.GEOMETRY, null);
    }

    /**
     * {@code POINT}.
     *
     * @return the type
     */
    static SpatialType point() {
        return new SpatialType(SpatialType.Kind.POINT, null);
    }

    /**
     * {@code LINESTRING}.
     *
     * @return the type
     */
    static SpatialType linestring() {
        return new SpatialType(SpatialType.Kind.LINESTRING, null);
    }

    /**
     * {@code POLYGON}.
     *
     * @return the type
     */
    static SpatialType polygon() {
        return new SpatialType(SpatialType.Kind.POLYGON, null);
    }

    /**
     * {@code MULTIPOINT}.
     *
     * @return the type
     */
    static SpatialType multipoint() {
        return new SpatialType(SpatialType.Kind.MULTIPOINT, null);
    }

    /**
     * {@code MULTILINESTRING}.
     *
     * @return the type
     */
    static SpatialType multilinestring() {
        return new SpatialType(SpatialType.Kind.MULTILINESTRING, null);
    }

    /**
     * {@code MULTIPOLYGON}.
     *
     * @return the type
     */
    static SpatialType multipolygon() {
        return new SpatialType(SpatialType.Kind.MULTIPOLYGON, null);
    }

    /**
     * {@code GEOMETRYCOLLECTION}.
     *
     * @return the type
     */
    static SpatialType geometrycollection() {
        return new SpatialType(SpatialType.Kind.GEOMETRYCOLLECTION, null);
    }

    /**
     * {@code UUID}, a {@linkplain MariaDbType product-specific type}.
     *
     * @return the type
     */
    static MariaDbType uuid() {
        return new MariaDbType(MariaDbType.Kind.UUID);
    }

    /**
     * {@code INET4}, a {@linkplain MariaDbType product-specific type}.
     *
     * @return the type
     */
    static MariaDbType inet4() {
        return new MariaDbType(MariaDbType.Kind.INET4);
    }

    /**
     * {@code INET6}, a {@linkplain MariaDbType product-specific type}.
     *
     * @return the type
     */
    static MariaDbType inet6() {
        return new MariaDbType(MariaDbType.Kind.INET6);
    }

    /**
     * {@code VECTOR(dimensions)}.
     *
     * @param dimensions the number of dimensions
     * @return the type
     */
    static VectorType vector(int dimensions) {
        return new VectorType(dimensions);
    }

    /**
     * A type without a dedicated factory method.
     *
     * @param sql the type with all its attributes, in the server's SQL
     * @return the type
     */
    static RawType raw(String sql) {
        return new RawType(sql);
    }
}
