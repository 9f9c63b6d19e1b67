package dev.migrate.internal.engine;

import dev.migrate.event.RunListener;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.PlannedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Retries a DDL statement while its table is in use.
 *
 * <p>All later statements on the table, even queries, queue behind a DDL statement that waits for its lock. So each
 * attempt waits for a few seconds only, lets the others pass, and is repeated after a pause. A DDL statement that timed
 * out has changed nothing (measured on all servers), unless it timed out before it committed the transaction in front of
 * it: then the transaction was rolled back, and only a repeated run can execute it again.
 */
final class StatementRetry {

    private final Session session;
    private final FailureHandler failures;
    private final Duration timeout;
    private final RunListener listener;

    StatementRetry(Session session, FailureHandler failures, Duration timeout, RunListener listener) {
        this.session = session;
        this.failures = failures;
        this.timeout = timeout;
        this.listener = listener;
    }

    void execute(JournalBuffer buffer, int index, PlannedStatement.Visitor<String, Exception> execution)
            throws Exception {
        PreparedStep prepared = buffer.step();
        long deadline = System.nanoTime() + timeout.toNanos();
        Backoff backoff = Backoff.forLock();
        while (true) {
            try {
                prepared.statements().get(index).accept(execution);
                return;
            } catch (SQLException e) {
                if (session.classify(e).kind() != Kind.LOCK_WAIT_TIMEOUT || failures.wasRolledBack(buffer, index)) {
                    throw e;
                }
                String blockers = session.provider().sessionMonitor().lockBlockers(session.connection());
                // The query has started a transaction, which would keep its snapshot.
                session.connection().commit();
                if (System.nanoTime() - deadline >= 0) {
                    throw new TableTimeoutException(e, blockers);
                }
                listener.waitingForTable(prepared.step(), index + 1, blockers);
                backoff.await(e);
            }
        }
    }
}
