package dev.migrate.test;

import dev.migrate.Migrator;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database for one test, with its migrator. Injected by {@link MigratedDatabase}. Not thread-safe. */
public final class TestDatabase {

    private final OwnedDatabase database;
    private final Migrator migrator;

    TestDatabase(OwnedDatabase database, Migrator migrator) {
        this.database = database;
        this.migrator = migrator;
    }

    /**
     * Returns the name of the database.
     *
     * @return the name
     */
    public String name() {
        return database.name();
    }

    /**
     * Returns a source of connections to the database.
     *
     * @return the source, which opens a connection on each call
     */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /**
     * Returns the migrator of the database.
     *
     * @return the migrator
     */
    public Migrator migrator() {
        return migrator;
    }

    /**
     * Reads the schema of the database, with the version table.
     *
     * @return the schema
     * @throws dev.migrate.error.SchemaException if it cannot be read
     */
    public Schema schema() {
        try (Connection connection = dataSource().getConnection()) {
            return DatabaseProviders.forConnection(connection).schemaReader().read(connection);
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    private TestDatabaseException failed(String what, SQLException cause) {
        return new TestDatabaseException(
                "The database " + name() + " could not be " + what + ": " + cause.getMessage() + ".",
                "Check the statement and the data of the test.",
                cause);
    }
}
