package dev.migrate.internal.engine;

import dev.migrate.event.RunListener;
import java.time.Duration;
import java.util.Objects;

/**
 * How a run goes about its work. Immutable.
 *
 * @param lockTimeout how long it waits for the lock
 * @param tableTimeout how long a statement waits for a table that is in use, all tries together
 * @param idleTimeout after how long without a command the server ends the session of a run, and frees its lock
 * @param hasTokens whether statements get ids that the server commits together with them
 * @param isWatched whether somebody wants to know how far a statement has come
 * @param listener is told what happens
 */
public record RunOptions(
        Duration lockTimeout,
        Duration tableTimeout,
        Duration idleTimeout,
        boolean hasTokens,
        boolean isWatched,
        RunListener listener) {

    /**
     * Shorter than what the next runner waits for the lock by default. It does not count while a statement runs. The
     * server's own default is eight hours.
     */
    public static final Duration IDLE_TIMEOUT = Duration.ofSeconds(45);

    /** Refuses null. */
    public RunOptions {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
        Objects.requireNonNull(tableTimeout, "tableTimeout");
        Objects.requireNonNull(idleTimeout, "idleTimeout");
        Objects.requireNonNull(listener, "listener");
    }

    /**
     * The same for a run that nobody looks at, in a database that nobody has to recover.
     *
     * @return the options
     */
    public RunOptions unheard() {
        return new RunOptions(lockTimeout, tableTimeout, idleTimeout, false, false, new RunListener() {});
    }
}
