package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate abort}. */
@Command(
        name = "abort",
        description = "Revert the completed statements of an interrupted step, by the inverses of its operations.")
final class AbortCommand extends RunningCommand {

    @Override
    public void run() {
        report().aborted(migrator().abort());
    }
}
