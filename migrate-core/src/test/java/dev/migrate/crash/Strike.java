package dev.migrate.crash;

import java.sql.Connection;

/**
 * A fault at its place.
 *
 * @param crash what goes wrong, where and when
 * @param server the server behind the proxy
 * @param bystander another session of that server, open already so that it is quick
 * @param runner ends the runner's process
 */
record Strike(CrashCase crash, CrashServer server, Connection bystander, Runnable runner) {

    /** Lets it happen. Returns whether the connection is still there. */
    boolean apply(ProxiedConnection connection) {
        try {
            Thread.sleep(crash.delayMicros() / 1_000, crash.delayMicros() % 1_000 * 1_000);
            return crash.fault().strike(this, connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.sql.SQLException e) {
            // The session has ended in the meantime: the fault came too late, which is a moment as well.
            return true;
        }
    }
}
