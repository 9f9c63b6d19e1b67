package dev.migrate.internal.engine;

import dev.migrate.provider.DatabaseProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes the progress of the running statement over a second connection, which is opened only for a statement that
 * takes long, and only for as long as one query takes: the application may need it. If no second connection is available,
 * there is no progress.
 */
public final class ProgressMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressMonitor.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final DatabaseProvider provider;
    private final long session;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "migrate-progress");
        daemon.setDaemon(true);
        return daemon;
    });

    /** Confined to the observing thread. */
    private boolean isUnavailable;

    private volatile boolean isClosed;

    /** Observes a session, with connections from a data source. */
    ProgressMonitor(DataSource dataSource, DatabaseProvider provider, long session) {
        this.dataSource = dataSource;
        this.provider = provider;
        this.session = session;
    }

    /** Reports the progress until {@link #stop} is called. */
    Future<?> start(IntConsumer listener) {
        return thread.scheduleWithFixedDelay(
                () -> observe(listener), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the observation of one statement, even while it waits for a connection. */
    void stop(Future<?> observation) {
        observation.cancel(true);
    }

    private void observe(IntConsumer listener) {
        if (isUnavailable) {
            return;
        }
        try {
            observe(dataSource.getConnection(), listener);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("No second connection is available to observe the progress.", e);
            isUnavailable = true;
        }
    }

    /** A {@code DataSource} with a single connection returns the observed one, which must be neither used nor closed. */
    private void observe(Connection connection, IntConsumer listener) throws SQLException {
        boolean isShared = false;
        try {
            isShared = provider.sessionControl(connection).identify().connection() == session && !isClosed;
            if (isShared) {
                isUnavailable = true;
            } else {
                provider.sessionMonitor().progress(connection, session).ifPresent(listener);
            }
        } finally {
            if (!isShared) {
                connection.close();
            }
        }
    }

    /** Has to be called before the connection of the run is returned to its pool. */
    @Override
    public void close() {
        isClosed = true;
        thread.shutdownNow();
    }
}
