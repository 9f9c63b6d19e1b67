package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import javax.sql.DataSource;

/** Creates scratch databases. Stateless and thread-safe. */
@FunctionalInterface
public interface ScratchDatabases {

    /**
     * Creates an empty database on the same server and with the same default encoding as another one.
     *
     * @param original the data source of the other database
     * @return the scratch database, to be closed by the caller
     * @throws SchemaException if it cannot be created
     */
    ScratchDatabase create(DataSource original);
}
