package dev.migrate.cli;

import dev.migrate.plan.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code migrate upgrade}. */
@Command(name = "upgrade", description = "Apply what is not applied yet.")
final class UpgradeCommand extends RunningCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "How far: an id, +1, head (the default).")
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
