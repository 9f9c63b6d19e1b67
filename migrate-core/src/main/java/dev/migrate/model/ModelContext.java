package dev.migrate.model;

import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Schema;

/** What a model may know of the server that its schema is wanted on. */
public interface ModelContext {

    /**
     * Tells which server it is.
     *
     * @return the server
     */
    ServerVersion server();

    /**
     * Lets the server run a script in an empty database of its own, which is dropped afterwards, and reads what came of
     * it.
     *
     * @param name names the script in errors
     * @param script SQL, with all that {@link dev.migrate.operation.Operations#scriptText} takes
     * @return the schema of that database, in canonical form
     * @throws dev.migrate.error.MigrateException if a statement fails, or the user may not create a database
     */
    Schema schemaAfter(String name, String script);
}
