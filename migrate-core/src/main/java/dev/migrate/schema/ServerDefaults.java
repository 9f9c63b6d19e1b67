package dev.migrate.schema;

/** What a server uses for a table that names neither an engine nor an encoding, so that it can be written out. */
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
     * @param inherited the collation where the encoding names nothing
     * @return the collation
     */
    String collationOf(Encoding encoding, String inherited);

    /**
     * Returns the shortest encoding that resolves to a collation and names its character set.
     *
     * @param collation the collation
     * @return the encoding
     */
    Encoding named(String collation);
}
