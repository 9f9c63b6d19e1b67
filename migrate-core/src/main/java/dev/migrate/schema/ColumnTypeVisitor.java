package dev.migrate.schema;

/**
 * What to do for each kind of type. There are no default methods: a new kind must be met everywhere.
 *
 * @param <R> the result
 */
public interface ColumnTypeVisitor<R> {

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
     * Visits a row of bits.
     *
     * @param type the type
     * @return the result
     */
    R bit(BitType type);

    /**
     * Visits a truth value.
     *
     * @param type the type
     * @return the result
     */
    R bool(BooleanType type);

    /**
     * Visits characters with a length of their own.
     *
     * @param type the type
     * @return the result
     */
    R string(StringType type);

    /**
     * Visits characters without a length of their own.
     *
     * @param type the type
     * @return the result
     */
    R text(TextType type);

    /**
     * Visits bytes with a length of their own.
     *
     * @param type the type
     * @return the result
     */
    R binary(BinaryType type);

    /**
     * Visits bytes without a length of their own.
     *
     * @param type the type
     * @return the result
     */
    R blob(BlobType type);

    /**
     * Visits a date, a time or both.
     *
     * @param type the type
     * @return the result
     */
    R temporal(TemporalType type);

    /**
     * Visits one of a list of words.
     *
     * @param type the type
     * @return the result
     */
    R enumeration(EnumType type);

    /**
     * Visits any of a list of words.
     *
     * @param type the type
     * @return the result
     */
    R set(SetType type);

    /**
     * Visits a JSON document.
     *
     * @param type the type
     * @return the result
     */
    R json(JsonType type);

    /**
     * Visits a shape.
     *
     * @param type the type
     * @return the result
     */
    R spatial(SpatialType type);

    /**
     * Visits a {@linkplain MariaDbType type of one product}.
     *
     * @param type the type
     * @return the result
     */
    R mariaDb(MariaDbType type);

    /**
     * Visits a vector.
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
