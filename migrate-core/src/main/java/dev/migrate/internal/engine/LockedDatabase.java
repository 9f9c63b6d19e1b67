package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.LockException;
import dev.migrate.event.RunListener;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.LockHolder;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.SqlRenderer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database while this run holds the migration lock: the prepared session, and the state that was read after the
 * lock was acquired. Closing releases the lock. Not thread-safe.
 */
public final class LockedDatabase implements AutoCloseable {

    /** The longest wait of one attempt; after it, listeners are notified of the lock's holder. */
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Session session;
    private final SqlRenderer renderer;
    private final MigrationLock lock;
    private final History history;
    private final DatabaseState state;
    private final @Nullable ProgressMonitor monitor;
    private final PlanRunner runner;
    private final KeepAlive keepAlive;
    private final RunListener listener;

    private LockedDatabase(
            Database database,
            Session session,
            ServerIdentity server,
            SqlRenderer renderer,
            MigrationLock lock,
            RunOptions options,
            KeepAlive keepAlive) {
        this.session = session;
        this.keepAlive = keepAlive;
        this.listener = options.listener();
        this.renderer = renderer;
        this.lock = lock;
        history = database.history(session);
        state = history.state();
        DataSource observer = options.isWatched() ? database.dataSource() : null;
        monitor = observer == null ? null : new ProgressMonitor(observer, session.provider(), server.connection());
        runner = new PlanRunner(session, history, lock, options, monitor);
    }

    /**
     * Creates the version table and the journal of a database unless they exist; returns whether the version table was
     * missing.
     */
    public static boolean createTables(Database database) {
        try (Session session = database.open()) {
            if (database.history(session).state().hasVersionTable()) {
                return false;
            }
            try (LockedDatabase locked = acquire(database, session)) {
                locked.createTables();
                boolean isCreated = !locked.state().hasVersionTable();
                if (isCreated) {
                    locked.listener().versionTableCreated();
                }
                return isCreated;
            }
        }
    }

    /** Prepares the session and waits for the lock. The state is read afterwards: another run may have changed it. */
    static LockedDatabase acquire(Database database, Session session) {
        ServerIdentity server = session.identify();
        SqlRenderer renderer = session.renderer(server);
        if (!database.options().acceptsMultiPrimary() && session.isMultiPrimary()) {
            throw multiPrimary();
        }
        KeepAlive keepAlive = new KeepAlive(session, database.options().idleTimeout());
        RunOptions options = options(database, keepAlive);
        session.prepare(options.idleTimeout());
        MigrationLock lock = session.provider().migrationLock(session.connection(), server, database.versionTable());
        try {
            await(lock, session, options);
            return new LockedDatabase(database, session, server, renderer, lock, options, keepAlive);
        } catch (RuntimeException | Error e) {
            keepAlive.close();
            lock.close();
            throw e;
        }
    }

    private static ConnectionFailedException multiPrimary() {
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.MULTI_PRIMARY,
                "Several servers of this cluster accept writes, but the migration lock is held on one server only: runs on"
                        + " two servers could migrate the database at the same time. Nothing was changed.",
                "Make sure that all runs connect to the same server, and set acceptMultiPrimary(true)"
                        + " (--accept-multi-primary).",
                null);
    }

    private static RunOptions options(Database database, KeepAlive keepAlive) {
        RunOptions options = database.options();
        return options.isWatched() ? options.listener(new KeepAliveListener(options.listener(), keepAlive)) : options;
    }

    private static void await(MigrationLock lock, Session session, RunOptions options) {
        Duration timeout = options.lockTimeout();
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (lock.tryAcquire(left.compareTo(ATTEMPT) < 0 ? left : ATTEMPT)) {
                    // An open transaction would keep the snapshot from before the wait.
                    session.connection().rollback();
                    return;
                }
                LockHolder holder = lock.holder();
                if (deadline - System.nanoTime() <= 0) {
                    throw timedOut(holder, timeout);
                }
                options.listener().waitingForLock(holder.description());
            }
        } catch (SQLException e) {
            throw new LockException(
                    LockException.Reason.NOT_GRANTED,
                    null,
                    "The migration lock could not be acquired: "
                            + session.classify(e).text() + ". Nothing was changed.",
                    "Fix the cause and run again.",
                    e);
        }
    }

    private static LockException timedOut(LockHolder holder, Duration timeout) {
        return new LockException(
                LockException.Reason.TIMEOUT,
                holder.connection(),
                "Another run is migrating this database and did not finish within " + timeout.toSeconds() + " s: "
                        + holder.description() + ". Nothing was changed.",
                "Wait for it and run again, or increase the lock timeout. If its process is dead, the server still"
                        + " completes its current statement and then releases the lock.",
                null);
    }

    Session session() {
        return session;
    }

    SqlRenderer renderer() {
        return renderer;
    }

    History history() {
        return history;
    }

    /** Returns the state that was read when the lock had been acquired. */
    DatabaseState state() {
        return state;
    }

    PlanRunner runner() {
        return runner;
    }

    /** Returns the listener of the run, during whose events the session is kept alive. */
    RunListener listener() {
        return listener;
    }

    /** Creates the version table and the journal if they are missing. */
    void createTables() {
        runner.requireUsableTokens();
        history.create(state);
    }

    /** Returns whether the session is lost, so that the outcome of its last statement is unknown. */
    boolean isLost() {
        return session.isLost(lock);
    }

    /** Runs code of a migration that does not use the connection. */
    <T> T during(Supplier<T> code) {
        return keepAlive.during(code);
    }

    @Override
    public void close() {
        keepAlive.close();
        try (lock) {
            if (monitor != null) {
                monitor.close();
            }
        }
    }
}
