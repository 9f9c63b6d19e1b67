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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes the progress of the current statement over a second connection, which is opened only for a long-running
 * statement and closed afterwards. If no second connection is available, no progress is reported.
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
    private @Nullable Connection connection;

    private boolean isUnavailable;

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

    /** Ends the observation of one statement. */
    void stop(Future<?> observation) {
        observation.cancel(false);
        thread.execute(this::closeConnection);
    }

    private void observe(IntConsumer listener) {
        if (isUnavailable) {
            return;
        }
        try {
            if (connection == null) {
                connection = anotherConnection();
            }
            if (connection != null) {
                provider.sessionMonitor().progress(connection, session).ifPresent(listener);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("No second connection is available to observe the progress.", e);
            isUnavailable = true;
        }
    }

    /**
     * A {@code DataSource} with a single connection returns the observed one, which must be neither used nor closed.
     */
    private @Nullable Connection anotherConnection() throws SQLException {
        Connection other = dataSource.getConnection();
        if (provider.sessionControl(other).identify().connection() != session) {
            return other;
        }
        isUnavailable = true;
        return null;
    }

    private void closeConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
            connection = null;
        } catch (SQLException e) {
            LOG.debug("The connection that observed the progress could not be closed.", e);
        }
    }

    @Override
    public void close() {
        thread.execute(this::closeConnection);
        thread.shutdown();
    }
}
