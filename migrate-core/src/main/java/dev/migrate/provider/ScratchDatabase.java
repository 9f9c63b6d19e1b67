package dev.migrate.provider;

import dev.migrate.schema.Schema;
import java.util.List;
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

    /**
     * Turns off the replication of what is executed here from now on to other servers, if the user may do that. Only for
     * statements that reach nothing outside of this database; the servers can accept some that they would reject with the
     * replication on.
     *
     * @throws dev.migrate.error.MigrateException if the server cannot be asked
     */
    void turnOffReplication();

    /**
     * Copies a sample of the rows of the database that this was created for, which is only read: of each table that a
     * statement names, half of the rows with the lowest primary keys and half with the highest; without a primary key, the
     * first ones that the server reads. The rows that they refer to with a foreign key, existing or created by one of the
     * statements, are copied as well. The tables must exist here, without rows and without triggers.
     *
     * <p>The {@linkplain #turnOffReplication() replication is turned off} before.
     *
     * @param statements the statements
     * @param rows the number of rows of each table, at least 1
     * @return what was copied
     * @throws dev.migrate.error.MigrateException if rows cannot be read or copied
     */
    CopiedRows copyRows(List<String> statements, int rows);

    /** Drops the database. A failure is logged, not thrown: the results of the trial run remain valid. */
    @Override
    void close();
}
