package dev.migrate.test;

import dev.migrate.Migrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases with the same migrations at the same revision. A test takes one and returns it; as many exist as tests run at
 * the same time. Thread-safe.
 */
final class DatabasePool {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePool.class);

    private final TestServer server;
    private final Project project;
    private final String target;
    private final DatabaseCopy contents;
    private final Deque<PooledDatabase> free = new ArrayDeque<>();
    private final Deque<PooledDatabase> clean = new ArrayDeque<>();
    private @Nullable Boolean isExact;

    DatabasePool(TestServer server, Project project, String target) {
        this.server = server;
        this.project = project;
        this.target = target;
        contents = new Templates(server).copy(project, target);
    }

    /**
     * A database of the pool.
     *
     * @param database the database
     * @param reset removes the rows of a test
     */
    record PooledDatabase(OwnedDatabase database, RowReset reset) {}

    /** Returns a database without the changes of other tests. */
    PooledDatabase take(MigratedDatabase wanted) {
        PooledDatabase unchanged = next(clean);
        if (unchanged != null) {
            return unchanged;
        }
        PooledDatabase next = wanted.reset() == Reset.NEW ? null : next(free);
        if (next == null) {
            return create();
        }
        if (isReset(next, wanted.resetAutoIncrement())) {
            return next;
        }
        next.database().close();
        return create();
    }

    private boolean isReset(PooledDatabase used, boolean counters) {
        try {
            return server.use(session -> used.reset().apply(session, counters));
        } catch (SQLException e) {
            throw new TestDatabaseException(
                    "The rows of the last test cannot be deleted: " + e.getMessage() + ".", "Check the server.", e);
        }
    }

    private synchronized @Nullable PooledDatabase next(Deque<PooledDatabase> databases) {
        return databases.poll();
    }

    /**
     * Takes a database back.
     *
     * @param isClean whether its rows are those of the migrations
     */
    synchronized void giveBack(PooledDatabase database, boolean isClean) {
        (isClean ? clean : free).push(database);
    }

    Migrator migrator(OwnedDatabase database) {
        return project.migrator(database.dataSource());
    }

    private PooledDatabase create() {
        OwnedDatabase database = server.create();
        try {
            return new PooledDatabase(
                    filled(database), server.use(session -> RowReset.of(contents, database.name(), session)));
        } catch (SQLException e) {
            database.close();
            throw new TestDatabaseException(
                    "The migrated database " + contents.original() + " cannot be copied: " + e.getMessage() + ".",
                    "Drop it; it is created again.",
                    e);
        }
    }

    private OwnedDatabase filled(OwnedDatabase database) throws SQLException {
        if (isExact(database)) {
            return database;
        }
        database.close();
        OwnedDatabase migrated = server.create();
        project.migrator(migrated.dataSource()).upgrade(target);
        return migrated;
    }

    /** Copies the contents, and compares the first copy with the original. */
    private boolean isExact(OwnedDatabase database) throws SQLException {
        if (Boolean.FALSE.equals(isExact)) {
            return false;
        }
        contents.into(database.dataSource());
        return isExact == null ? compared(database) : isExact;
    }

    private synchronized boolean compared(OwnedDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            List<String> differences = Definitions.read(connection, database.name())
                    .withoutCounters()
                    .differencesFrom(contents.definitions().withoutCounters());
            isExact = differences.isEmpty();
            if (!isExact) {
                LOG.warn("The migrations run for each test, because a copy would differ: {}.", differences);
            }
            return isExact;
        }
    }
}
