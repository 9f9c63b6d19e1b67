package dev.migrate.crash;

/** The time of a fault relative to a command of the client. */
enum FaultTiming {
    /** The server never receives the command. */
    BEFORE,
    /** The server is executing it, or has just finished. */
    DURING,
    /** The server has responded, but the client has not received the response. */
    AFTER
}
