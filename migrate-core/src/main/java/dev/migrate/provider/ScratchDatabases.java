package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import java.util.Optional;
import javax.sql.DataSource;

/** Creates scratch databases. Stateless and thread-safe. */
public interface ScratchDatabases {

    /**
     * Creates an empty database on the same server and with the same default encoding as another one.
     *
     * @param original the data source of the other database
     * @return the scratch database, to be closed by the caller
     * @throws SchemaException if it cannot be created
     */
    ScratchDatabase create(DataSource original);

    /**
     * Finds the name of a scratch database in a text. A text that outlives the scratch database must not contain one.
     *
     * @param text the text
     * @return the first name, or empty if there is none
     */
    Optional<String> nameIn(String text);
}
