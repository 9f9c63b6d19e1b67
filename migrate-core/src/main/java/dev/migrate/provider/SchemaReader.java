package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Schema;
import java.sql.Connection;

/** Reads the schema of a database. Stateless and thread-safe. */
public interface SchemaReader {

    /**
     * Reads the schema of the database that a connection is in. An open transaction stays open, and settings of the
     * session are restored.
     *
     * @param connection a connection with a database
     * @return the schema in the provider's canonical form; see {@link Normalizer}
     * @throws SchemaException if a query fails, or the connection has no database
     */
    Schema read(Connection connection);

    /**
     * Reads a schema from which tables will be created. Keys have the order of the database, and attributes for which a
     * table has no place are {@linkplain Schema#omissions() omissions}.
     *
     * @param connection a connection with a database
     * @return the schema, otherwise as {@link #read} returns it
     * @throws SchemaException if a query fails, or the connection has no database
     */
    default Schema readModel(Connection connection) {
        return read(connection);
    }

    /**
     * Reads the definitions of all objects as the server shows them, without the name of the database, and without what
     * belongs to the rows, such as counters of generated keys.
     *
     * @param connection a connection with a database
     * @return the definitions
     * @throws SchemaException if a query fails, or the connection has no database
     */
    ServerDefinitions definitions(Connection connection);
}
