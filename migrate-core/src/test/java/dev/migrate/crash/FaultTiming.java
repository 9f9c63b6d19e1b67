package dev.migrate.crash;

/** When a fault strikes, seen from one command of the client. */
enum FaultTiming {
    /** The server never sees the command. */
    BEFORE,
    /** The server works at it, or has just done it. */
    DURING,
    /** The server has answered, and the client does not know it yet. */
    AFTER
}
