package dev.migrate.model;

import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Schema;

/** The server for which a model provides its schema. */
public interface ModelContext {

    /**
     * Returns the server.
     *
     * @return the server
     */
    ServerVersion server();

    /**
     * Executes a script in an empty scratch database, which is dropped afterwards, and reads the resulting schema.
     *
     * @param name the name of the script in messages
     * @param script SQL as {@link dev.migrate.operation.Operations#scriptText} accepts it
     * @return the resulting schema, in canonical form except for the attributes that the script specifies
     * @throws dev.migrate.error.MigrateException if a statement fails, or the user may not create a database
     */
    Schema schemaAfter(String name, String script);
}
