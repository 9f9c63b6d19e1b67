package dev.migrate.provider;

import dev.migrate.schema.Schema;
import java.util.Optional;
import javax.sql.DataSource;

/** An empty database for trial runs, on the server of the migrated database. Closing it drops it. */
public interface ScratchDatabase extends AutoCloseable {

    /**
     * Returns its name.
     *
     * @return the name
     */
    String name();

    /**
     * Returns a data source for it.
     *
     * @return a data source that can be used until this is closed
     */
    DataSource dataSource();

    /**
     * Completes a schema that was read from it with what the statements specify, but what a scratch database must not
     * do: it runs no scheduled events.
     *
     * @param schema the schema, as read
     * @return the schema that the statements would create in another database
     */
    Schema specifiedIn(Schema schema);

    /**
     * Returns what a statement would reach outside of this database if it was executed here: another database, also
     * through a view or a stored program that it creates, or settings, accounts and files of the server. A statement whose
     * effect is not visible in its text counts as well.
     *
     * @param sql the statement
     * @return a description for a message, or empty if the statement reaches nothing else
     * @throws dev.migrate.error.MigrateException if the names of the other databases cannot be read
     */
    Optional<String> reachOf(String sql);

    /** Drops the database. A failure is logged, not thrown: the results of the trial run remain valid. */
    @Override
    void close();
}
