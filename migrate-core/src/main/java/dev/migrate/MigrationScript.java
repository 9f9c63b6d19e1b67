package dev.migrate;

import dev.migrate.provider.ServerVersion;
import java.util.List;
import java.util.Objects;

/**
 * An upgrade or a downgrade as a script for the command-line client of a server.
 *
 * @param server the server that the script is written for
 * @param before the ids that the version table must contain when the script starts, sorted
 * @param after the ids that it contains afterwards, sorted
 * @param steps the steps, in order; empty if there is nothing to do
 * @param text the script, to be encoded in UTF-8
 */
public record MigrationScript(
        ServerVersion server, List<String> before, List<String> after, List<PlannedStep> steps, String text) {

    /** Copies the lists. */
    public MigrationScript {
        Objects.requireNonNull(server, "server");
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        Objects.requireNonNull(text, "text");
    }
}
