package dev.migrate;

import dev.migrate.provider.ServerVersion;
import java.util.List;
import java.util.Objects;

/**
 * An upgrade or a downgrade as a script that somebody else runs. Immutable.
 *
 * @param server the server that it is written for
 * @param rowsBefore what the version table has to hold before it runs
 * @param rowsAfter what it holds afterwards
 * @param steps what it does; none if there is nothing to do
 * @param text the script as the command-line client takes it, in UTF-8
 */
public record MigrationScript(
        ServerVersion server, List<String> rowsBefore, List<String> rowsAfter, List<ScriptStep> steps, String text) {

    /** Copies the lists. */
    public MigrationScript {
        Objects.requireNonNull(server, "server");
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
        steps = List.copyOf(steps);
        Objects.requireNonNull(text, "text");
    }
}
