package dev.migrate.internal.engine;

import java.time.Duration;

/** The pauses between repeated attempts: each is twice as long as the one before it, up to a limit. Used by one thread. */
final class Backoff {

    private static final Duration FIRST_FOR_LOCK = Duration.ofMillis(250);
    private static final Duration LONGEST_FOR_LOCK = Duration.ofSeconds(4);

    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** Returns the pauses between attempts to get a lock: short, so that little time passes after it is released. */
    static Backoff forLock() {
        return new Backoff(FIRST_FOR_LOCK, LONGEST_FOR_LOCK);
    }

    /** Returns the length of the next pause. */
    Duration next() {
        return next;
    }

    /**
     * Waits for the length of the next pause.
     *
     * @param reason the failure of the last attempt
     * @throws E the reason, if the thread is interrupted
     */
    <E extends Exception> void await(E reason) throws E {
        try {
            Thread.sleep(next.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(e);
            throw reason;
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
