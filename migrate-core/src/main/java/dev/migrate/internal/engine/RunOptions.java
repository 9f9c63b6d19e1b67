package dev.migrate.internal.engine;

import dev.migrate.event.RunListener;
import dev.migrate.journal.EditPolicy;
import java.time.Duration;
import java.util.Objects;

/**
 * The options of runs. Immutable.
 *
 * @param lockTimeout how long to wait for the migration lock
 * @param tableTimeout how long a statement waits for a table in use, all attempts together
 * @param idleTimeout the time without a command after which the server ends the session, and releases its lock
 * @param hasTokens whether statements get commit tokens
 * @param isWatched whether the progress of statements is observed
 * @param connectRetries how often an attempt to connect to a server that cannot be reached is repeated
 * @param acceptsNewer whether a database to which a newer version of the application applied revisions is accepted
 * @param acceptsMultiPrimary whether a cluster with several writable servers is accepted
 * @param editPolicy the reaction to applied migrations that have changed
 * @param listener receives the events of a run
 */
public record RunOptions(
        Duration lockTimeout,
        Duration tableTimeout,
        Duration idleTimeout,
        boolean hasTokens,
        boolean isWatched,
        int connectRetries,
        boolean acceptsNewer,
        boolean acceptsMultiPrimary,
        EditPolicy editPolicy,
        RunListener listener) {

    /**
     * Shorter than the default wait for the lock, so that a run whose client is lost does not block the next one. The
     * time does not count while a statement runs.
     */
    public static final Duration IDLE_TIMEOUT = Duration.ofSeconds(45);

    /** Rejects null. */
    public RunOptions {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
        Objects.requireNonNull(tableTimeout, "tableTimeout");
        Objects.requireNonNull(idleTimeout, "idleTimeout");
        Objects.requireNonNull(listener, "listener");
    }

    /** Returns a copy with another listener. */
    RunOptions listener(RunListener other) {
        return new RunOptions(
                lockTimeout,
                tableTimeout,
                idleTimeout,
                hasTokens,
                isWatched,
                connectRetries,
                acceptsNewer,
                acceptsMultiPrimary,
                editPolicy,
                other);
    }

    /** Returns the options for a scratch database, which has no listeners and is never recovered. */
    public RunOptions forScratchDatabase() {
        return new RunOptions(
                lockTimeout,
                tableTimeout,
                idleTimeout,
                false,
                false,
                0,
                true,
                true,
                EditPolicy.IGNORE,
                new RunListener() {});
    }
}
