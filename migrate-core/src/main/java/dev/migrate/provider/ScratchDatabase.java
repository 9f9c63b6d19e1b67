package dev.migrate.provider;

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

    /** Drops the database. A failure is logged, not thrown: the results of the trial run remain valid. */
    @Override
    void close();
}
