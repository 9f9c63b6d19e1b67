package dev.migrate.testing.documents;

import java.util.List;

/**
 * What came of a command.
 *
 * @param exitCode how it ended
 * @param lines what it printed, on both outputs
 */
record Printed(int exitCode, List<String> lines) {
    Printed {
        lines = List.copyOf(lines);
    }
}
