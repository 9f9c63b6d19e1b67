package dev.migrate.cli;

import dev.migrate.MigrationPlan;
import dev.migrate.Migrator;
import dev.migrate.PlannedStep;
import dev.migrate.plan.Direction;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate downgrade}. */
@Command(
        name = "downgrade",
        description = "Revert the revisions after a target. Asks for confirmation before data is lost.")
final class DowngradeCommand extends RunningCommand implements IExitCodeGenerator {

    @Parameters(paramLabel = "TARGET", description = "The target: a revision id (it stays applied), -1, or base.")
    private String target;

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Lose data without confirmation. Required if there is no terminal.")
    private boolean isAgreed;

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        if (script.areWanted()) {
            script.write(
                    server -> offline().toSql(Direction.DOWN, target, server),
                    () -> migrator().toSql(Direction.DOWN, target));
            return;
        }
        Migrator migrator = migrator();
        if (isAgreed || isConfirmed(risks(migrator.plan(Direction.DOWN, target)))) {
            report().downgraded(migrator.downgrade(target));
        } else {
            err().println("migrate: Nothing was changed.");
            exitCode = ExitCode.FAILED;
        }
    }

    private static List<String> risks(MigrationPlan plan) {
        List<String> risks = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            step.risks()
                    .forEach(loss -> risks.add(step.revision().id() + ": " + Secrets.masked(Wording.oneLine(loss))));
        }
        return risks;
    }

    private boolean isConfirmed(List<String> risks) {
        if (risks.isEmpty()) {
            return true;
        }
        if (!Terminal.isAvailable()) {
            throw new UsageException("The downgrade would lose data. " + String.join(" ", risks)
                    + " Nothing was changed. Use --yes to proceed anyway.");
        }
        risks.forEach(loss -> err().println("migrate: " + loss));
        return new Terminal(err()).isConfirmed("Downgrade anyway?");
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
