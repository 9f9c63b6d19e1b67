package dev.migrate.testing.documents;

import java.util.List;

/**
 * What came of a command.
 *
 * @param exitCode how it ended
 * @param lines what it printed, on both outputs
 */
record CommandOutput(int exitCode, List<String> lines) {
    CommandOutput {
        lines = List.copyOf(lines);
    }
}
