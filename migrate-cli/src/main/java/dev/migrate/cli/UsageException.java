package dev.migrate.cli;

/** The command was parsed, but its options are incomplete, contradictory or invalid. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
