package dev.migrate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate abort}. */
@Command(
        name = "abort",
        description = "Revert the completed statements of an interrupted step, by the inverses of its operations.")
final class AbortCommand extends RunningCommand {

    @Option(
            names = "--cleaned-up",
            paramLabel = "REASON",
            description = "Record that you have reverted the step by hand, and what you did. Runs no statement.")
    private @Nullable String reason;

    @Override
    public void run() {
        if (reason != null && reason.isBlank()) {
            throw new UsageException("The reason is empty. State what you have reverted by hand.");
        }
        report().aborted(reason == null ? migrator().abort() : migrator().markAborted(reason));
    }
}
