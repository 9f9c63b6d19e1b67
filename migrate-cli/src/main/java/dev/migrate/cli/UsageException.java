package dev.migrate.cli;

/** The command was understood, but its options do not say enough or contradict the world. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
