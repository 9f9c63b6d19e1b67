package dev.migrate.crash;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A fault at its place.
 *
 * @param crash what goes wrong, where and when
 * @param server the server behind the proxy
 * @param bystander another session of that server, open already so that it is quick
 * @param runner ends the runner's process
 * @param end is reached when all of it has happened
 */
record FaultInjection(CrashCase crash, CrashServer server, Connection bystander, Runnable runner, CountDownLatch end) {

    private static final int LONGEST_SECONDS = 120;

    FaultInjection(CrashCase crash, CrashServer server, Connection bystander, Runnable runner) {
        this(crash, server, bystander, runner, new CountDownLatch(1));
    }

    /** Lets it happen. Returns whether the connection is still there. */
    boolean apply(ProxiedConnection connection) {
        try {
            Thread.sleep(crash.delayMicros() / 1_000, crash.delayMicros() % 1_000 * 1_000);
            return crash.fault().injection(this, connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.sql.SQLException e) {
            // The session has ended in the meantime: the fault came too late, which is a moment as well.
            return true;
        } finally {
            end.countDown();
        }
    }

    /** There is nothing any more that it could happen to. */
    void miss() {
        end.countDown();
    }

    /** Returns when it has happened. A run may end while it is still on its way, and the next one must not meet it. */
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
