package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.ServerDefaults;
import java.util.Map;

/**
 * Converts a wanted schema to the normal form that {@link SchemaReader} returns, so that two schemas mean the same on the
 * server if and only if they are equal. Bound to the connection that it was created for. Not thread-safe.
 */
public interface Normalizer {

    /**
     * Returns what a table inherits that names neither an engine nor an encoding.
     *
     * @return the defaults of the database
     */
    ServerDefaults defaults();

    /**
     * Converts a schema to its normal form.
     *
     * @param wanted the schema, with everything that the model leaves to the database filled in
     * @param actual the schema of the database, as read
     * @param renamedTables the new names of tables by their old ones
     * @return the wanted schema in normal form
     * @throws SchemaException if the server rejects a table
     */
    Schema normalize(Schema wanted, Schema actual, Map<String, String> renamedTables);
}
