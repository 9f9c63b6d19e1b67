package dev.migrate.crash;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The injection of a fault at its place.
 *
 * @param crash the case
 * @param server the server behind the proxy
 * @param bystander another session of that server, already open so that it is quick
 * @param runner kills the process of the run
 * @param end is reached when the fault is over
 */
record FaultInjection(CrashCase crash, CrashServer server, Connection bystander, Runnable runner, CountDownLatch end) {

    private static final int LONGEST_SECONDS = 120;

    FaultInjection(CrashCase crash, CrashServer server, Connection bystander, Runnable runner) {
        this(crash, server, bystander, runner, new CountDownLatch(1));
    }

    /** Injects the fault. Returns whether the connection is still open. */
    boolean apply(ProxiedConnection connection) {
        try {
            Thread.sleep(crash.delayMicros() / 1_000, crash.delayMicros() % 1_000 * 1_000);
            return crash.fault().injection(this, connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.sql.SQLException e) {
            // The session has already ended: the fault came too late, which is a valid case as well.
            return true;
        } finally {
            end.countDown();
        }
    }

    /** There is nothing left that the fault could affect. */
    void miss() {
        end.countDown();
    }

    /** Waits until the fault is over. A run may end before that, and the next run must not be affected. */
    void awaitEnd() {
        try {
            if (!end.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The fault " + crash + " does not come to its end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
