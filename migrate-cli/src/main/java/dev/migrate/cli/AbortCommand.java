package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate abort}. */
@Command(name = "abort", description = "Take back what an unfinished step has done, by the inverses of its operations.")
final class AbortCommand extends RunningCommand {

    @Override
    public void run() {
        report().aborted(migrator().abort());
    }
}
