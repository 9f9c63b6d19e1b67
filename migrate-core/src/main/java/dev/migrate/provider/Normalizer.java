package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.ServerDefaults;
import java.util.Map;

/**
 * Converts a target schema to the canonical form that {@link SchemaReader} returns, so that two schemas are equal if
 * and only if they are equivalent on the server. Bound to the connection that it was created for. Not thread-safe.
 */
public interface Normalizer {

    /**
     * Returns the defaults for a table that specifies neither an engine nor an encoding.
     *
     * @return the defaults of the database
     */
    ServerDefaults defaults();

    /**
     * Converts a schema to its canonical form.
     *
     * @param wanted the schema, completed with the attributes that the model does not specify
     * @param actual the schema of the database, as read
     * @param renamedTables the new names of tables, by their old names
     * @return the target schema in canonical form
     * @throws SchemaException if the server rejects a table
     */
    Schema normalize(Schema wanted, Schema actual, Map<String, String> renamedTables);
}
