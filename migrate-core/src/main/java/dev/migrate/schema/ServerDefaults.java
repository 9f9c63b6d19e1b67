package dev.migrate.schema;

/** The defaults of a server for tables that specify neither an engine nor an encoding, so that they can be compared. */
public interface ServerDefaults {

    /**
     * Returns the default storage engine.
     *
     * @return the engine
     */
    String engine();

    /**
     * Returns the default collation of the database.
     *
     * @return the collation
     */
    String collation();

    /**
     * Resolves an encoding to its collation.
     *
     * @param encoding the encoding
     * @param inherited the collation to use if the encoding is empty
     * @return the collation
     */
    String collationOf(Encoding encoding, String inherited);

    /**
     * Returns the shortest encoding that resolves to a collation and includes its character set.
     *
     * @param collation the collation
     * @return the encoding
     */
    Encoding named(String collation);
}
