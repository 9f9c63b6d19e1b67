package dev.migrate.test;

import dev.migrate.test.DatabasePool.PooledDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The database of a test. Closed by JUnit after the test. Not thread-safe: it belongs to one test. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only a CloseableResource, later versions an AutoCloseable.
final class BorrowedDatabase implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final DatabasePool pool;
    private final PooledDatabase database;
    private final @Nullable Rollback rollback;
    private final List<Connection> connections = new ArrayList<>();
    private boolean canHaveOtherSchema;

    BorrowedDatabase(DatabasePool pool, MigratedDatabase wanted) throws SQLException {
        this.pool = pool;
        database = pool.take(wanted);
        rollback = wanted.reset() == Reset.ROLLBACK
                ? Rollback.begin(database.database().dataSource())
                : null;
        canHaveOtherSchema = wanted.reset() == Reset.NEW || wanted.reset() == Reset.NONE;
    }

    DataSource dataSource() {
        DataSource source = database.database().dataSource();
        return rollback == null ? source : rollback.dataSource(source);
    }

    Connection connection() throws SQLException {
        Connection connection = dataSource().getConnection();
        connections.add(connection);
        return connection;
    }

    String url() {
        if (rollback != null) {
            throw new TestDatabaseException(
                    "A test that is rolled back has one connection, and no URL for others.",
                    "Take a DataSource or a Connection, or use another reset.");
        }
        return database.database()
                .url()
                .orElseThrow(() -> new TestDatabaseException(
                        "The server is known by a DataSource only, so the database has no URL with a password.",
                        "Take a DataSource or a Connection, or provide the URL of the server."));
    }

    TestDatabase testDatabase(Hooks hooks) {
        canHaveOtherSchema = true;
        return new TestDatabase(database.database(), pool.migrator(database.database()), hooks);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        boolean isRolledBack = rollback != null && rollback.end();
        if (canHaveOtherSchema) {
            database.database().close();
        } else {
            pool.giveBack(database, isRolledBack);
        }
    }
}
