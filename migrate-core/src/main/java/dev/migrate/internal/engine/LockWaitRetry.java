package dev.migrate.internal.engine;

import dev.migrate.event.RunListener;
import dev.migrate.plan.Step;
import dev.migrate.provider.PlannedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Tries a change of a table again while somebody uses the table.
 *
 * <p>Everybody who comes later queues up behind a statement that waits for a table, readers too. So it waits for a few
 * seconds only (the session's {@code lock_wait_timeout}), lets the others pass, and comes back. A DDL statement that
 * gave up waiting has changed nothing (measured on all servers).
 */
final class LockWaitRetry {

    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;

    private final Connection connection;
    private final Duration timeout;
    private final RunListener listener;

    LockWaitRetry(Connection connection, Duration timeout, RunListener listener) {
        this.connection = connection;
        this.timeout = timeout;
        this.listener = listener;
    }

    void carryOut(Step step, int number, PlannedStatement statement, StatementExecutor execution) throws Exception {
        long deadline = System.nanoTime() + timeout.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                statement.accept(execution);
                return;
            } catch (SQLException e) {
                if (!ServerError.of(e).isLockWaitTimeout()) {
                    throw e;
                }
                String blockers = LockBlockers.holders(connection);
                // Asking has begun a transaction, which would go on showing what was there before the wait.
                connection.commit();
                if (System.nanoTime() - deadline >= 0) {
                    throw new SQLException(
                            e.getMessage() + " (" + blockers + ")", e.getSQLState(), e.getErrorCode(), e);
                }
                listener.waitingForTable(step, number, blockers);
                pause(pause, e);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /** Who interrupts the thread wants the run to end: then it does, with the reason for which it waited. */
    private static void pause(long millis, SQLException reason) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(e);
            throw reason;
        }
    }
}
