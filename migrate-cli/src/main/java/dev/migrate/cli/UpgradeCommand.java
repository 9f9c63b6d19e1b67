package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.PlanAnalysis;
import dev.migrate.plan.Direction;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate upgrade}. */
@Command(name = "upgrade", description = "Apply pending revisions.")
final class UpgradeCommand extends RunningCommand implements IExitCodeGenerator {

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "The target: a revision id, +1, or head (the default).")
    private String target;

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Option(
            names = "--plan-first",
            description = "Show the plan with its costs, and ask for confirmation. Requires a terminal.")
    private boolean isPlannedFirst;

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        if (script.areWanted()) {
            script.write(
                    server -> offline().toSql(Direction.UP, target, server),
                    () -> migrator().toSql(Direction.UP, target));
            return;
        }
        Migrator migrator = migrator();
        if (!isPlannedFirst || isConfirmed(migrator.analyze(Direction.UP, target))) {
            report().upgraded(migrator.upgrade(target));
        } else {
            err().println("migrate: Nothing was changed.");
            exitCode = ExitCode.FAILED;
        }
    }

    /** An empty plan needs no confirmation. */
    private boolean isConfirmed(PlanAnalysis analysis) {
        if (!Terminal.isAvailable()) {
            throw new UsageException(
                    "--plan-first asks for confirmation and requires a terminal. Nothing was changed. Use the command"
                            + " plan to show the plan.");
        }
        if (analysis.steps().isEmpty()) {
            return true;
        }
        report().planned(analysis, new RuleOptions().findings(migrator(), analysis, configuration()), Optional.empty());
        return new Terminal(err()).isConfirmed("Upgrade?");
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
