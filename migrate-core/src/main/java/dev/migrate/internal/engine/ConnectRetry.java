package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.event.RunListener;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats attempts to connect to a server that cannot be reached. Any other failure, such as a wrong password, is not
 * repeated. Immutable.
 *
 * @param retries the number of attempts after the first one
 * @param listener receives an event before each pause
 */
record ConnectRetry(int retries, RunListener listener) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Returns the result of the first attempt that succeeds. An interrupt ends the pause and throws the last failure. */
    <T> T connect(Supplier<T> attempt) {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        for (int retry = 1; ; retry++) {
            try {
                return attempt.get();
            } catch (ConnectionFailedException e) {
                if (retry > retries || e.reason() != ConnectionFailedException.Reason.SERVER_UNREACHABLE) {
                    throw e;
                }
                listener.retryingConnection(e, retry, retries, backoff.next());
                backoff.await(e);
            }
        }
    }
}
