package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code migrate downgrade}. */
@Command(name = "downgrade", description = "Take back what follows a revision.")
final class DowngradeCommand extends RunningCommand {

    @Parameters(paramLabel = "TARGET", description = "How far: an id (it stays applied), -1, base.")
    private String target;

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Override
    public void run() {
        if (script.areWanted()) {
            script.write(
                    server -> offline().downgradeScript(target, server),
                    () -> migrator().downgradeScript(target));
            return;
        }
        report().print("Downgraded", migrator().downgrade(target));
    }
}
