package dev.migrate.internal.engine;

import java.sql.Connection;
import java.sql.ResultSet;
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
 * Watches from a second connection how far the statement of a run has come. It is taken only when a statement takes long,
 * and given back when that is done; where there is none to be had, nothing is watched.
 */
public final class ProgressMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressMonitor.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final long session;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "migrate-progress");
        daemon.setDaemon(true);
        return daemon;
    });

    /** Of the watching thread alone. */
    private @Nullable Connection connection;

    private boolean isBlind;

    /**
     * Makes a watch.
     *
     * @param dataSource where the second connection comes from
     * @param session the server's id of the connection that is watched
     */
    public ProgressMonitor(DataSource dataSource, long session) {
        this.dataSource = dataSource;
        this.session = session;
    }

    /** Tells until the returned watching is cancelled. */
    Future<?> start(IntConsumer news) {
        return thread.scheduleWithFixedDelay(
                () -> look(news), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next statement has a progress of its own. */
    void stop(Future<?> watching) {
        watching.cancel(false);
        thread.execute(this::giveBack);
    }

    private void look(IntConsumer news) {
        if (isBlind) {
            return;
        }
        try {
            if (connection == null) {
                connection = anotherConnection();
            }
            if (connection != null) {
                StatementProgress.of(connection, session).ifPresent(news);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("There is no second connection to watch the progress from.", e);
            isBlind = true;
        }
    }

    /** A {@code DataSource} of one connection gives the one that is watched: that must be neither used nor closed. */
    private @Nullable Connection anotherConnection() throws SQLException {
        Connection other = dataSource.getConnection();
        try (java.sql.Statement statement = other.createStatement();
                ResultSet result = statement.executeQuery("SELECT CONNECTION_ID()")) {
            result.next();
            if (result.getLong(1) != session) {
                return other;
            }
        }
        isBlind = true;
        return null;
    }

    private void giveBack() {
        try {
            if (connection != null) {
                connection.close();
            }
            connection = null;
        } catch (SQLException e) {
            LOG.debug("The connection that watched the progress could not be given back.", e);
        }
    }

    @Override
    public void close() {
        thread.execute(this::giveBack);
        thread.shutdown();
    }
}
