package dev.migrate.cli;

import dev.migrate.plan.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code migrate upgrade}. */
@Command(name = "upgrade", description = "Apply pending revisions.")
final class UpgradeCommand extends RunningCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "The target: a revision id, +1, or head (the default).")
    private String target;

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Override
    public void run() {
        if (script.areWanted()) {
            script.write(
                    server -> offline().toSql(Direction.UP, target, server),
                    () -> migrator().toSql(Direction.UP, target));
            return;
        }
        report().upgraded(migrator().upgrade(target));
    }
}
