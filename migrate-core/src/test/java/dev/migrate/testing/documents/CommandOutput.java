package dev.migrate.testing.documents;

import java.util.List;

/**
 * The result of a command.
 *
 * @param exitCode the exit code
 * @param lines the lines of standard output and standard error
 */
record CommandOutput(int exitCode, List<String> lines) {
    CommandOutput {
        lines = List.copyOf(lines);
    }
}
