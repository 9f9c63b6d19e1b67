package dev.migrate.schema;

/**
 * A visitor of types. It has no default methods, so every new kind must be handled everywhere.
 *
 * @param <R> the type of the result
 */
public interface ColumnTypeVisitor<R> {

    /**
     * Visits an integer type.
     *
     * @param type the type
     * @return the result
     */
    R integer(IntegerType type);

    /**
     * Visits a fixed-point type.
     *
     * @param type the type
     * @return the result
     */
    R decimal(DecimalType type);

    /**
     * Visits a floating-point type.
     *
     * @param type the type
     * @return the result
     */
    R floating(FloatingType type);

    /**
     * Visits a bit field.
     *
     * @param type the type
     * @return the result
     */
    R bit(BitType type);

    /**
     * Visits a boolean.
     *
     * @param type the type
     * @return the result
     */
    R bool(BooleanType type);

    /**
     * Visits a character type with a given length.
     *
     * @param type the type
     * @return the result
     */
    R string(StringType type);

    /**
     * Visits a text type.
     *
     * @param type the type
     * @return the result
     */
    R text(TextType type);

    /**
     * Visits a binary type with a given length.
     *
     * @param type the type
     * @return the result
     */
    R binary(BinaryType type);

    /**
     * Visits a BLOB type.
     *
     * @param type the type
     * @return the result
     */
    R blob(BlobType type);

    /**
     * Visits a date or time type.
     *
     * @param type the type
     * @return the result
     */
    R temporal(TemporalType type);

    /**
     * Visits an ENUM.
     *
     * @param type the type
     * @return the result
     */
    R enumeration(EnumType type);

    /**
     * Visits a SET.
     *
     * @param type the type
     * @return the result
     */
    R set(SetType type);

    /**
     * Visits the JSON type.
     *
     * @param type the type
     * @return the result
     */
    R json(JsonType type);

    /**
     * Visits a spatial type.
     *
     * @param type the type
     * @return the result
     */
    R spatial(SpatialType type);

    /**
     * Visits a {@linkplain MariaDbType product-specific type}.
     *
     * @param type the type
     * @return the result
     */
    R mariaDb(MariaDbType type);

    /**
     * Visits a vector type.
     *
     * @param type the type
     * @return the result
     */
    R vector(VectorType type);

    /**
     * Visits a type in the server's own SQL.
     *
     * @param type the type
     * @return the result
     */
    R raw(RawType type);
}
