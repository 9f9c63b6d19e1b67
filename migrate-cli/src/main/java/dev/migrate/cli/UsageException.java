package dev.migrate.cli;

/** The command was understood, but its options do not say enough or contradict the world. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
