package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate downgrade}. */
@Command(name = "downgrade", description = "Take back what follows a revision.")
final class DowngradeCommand extends RunningCommand {

    @Parameters(paramLabel = "TARGET", description = "How far: an id (it stays applied), -1, base.")
    private String target;

    @Override
    public void run() {
        report().print("Downgraded", migrator().downgrade(target));
    }
}
