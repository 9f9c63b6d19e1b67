package dev.migrate.internal.engine;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps the session of a run alive while code of others runs: migrations that record their operations, and listeners. A
 * thread sends a ping every third of the idle timeout as long as such code runs, and only then, so that the connection is
 * never used by two threads at a time.
 */
final class KeepAlive implements AutoCloseable, Runnable {

    private final Session session;
    private final Duration interval;
    /** Started when it is needed for the first time. */
    private final Thread thread = new Thread(this, "migrate-keep-alive");

    private boolean isIdle;
    private boolean isClosed;

    KeepAlive(Session session, Duration idleTimeout) {
        this.session = session;
        this.interval = idleTimeout.dividedBy(3);
        thread.setDaemon(true);
    }

    /** Runs code that does not use the connection. */
    <T> T during(Supplier<T> code) {
        enter();
        try {
            return code.get();
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        isIdle = true;
    }

    /** Waits for a ping that is in progress. */
    private synchronized void leave() {
        isIdle = false;
    }

    @Override
    public synchronized void run() {
        while (!isClosed) {
            try {
                wait(interval.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            if (isIdle && !isClosed) {
                session.ping();
            }
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
