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
        description = "Take back what follows a revision. What loses rows or values is asked for first.")
final class DowngradeCommand extends RunningCommand implements IExitCodeGenerator {

    @Parameters(paramLabel = "TARGET", description = "How far: an id (it stays applied), -1, base.")
    private String target;

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Lose rows and values without a question. Needed where nobody is at a terminal.")
    private boolean isAgreed;

    private ExitCode exitCode = ExitCode.WORKED;

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
        if (!Terminal.isThere()) {
            throw new UsageException("The downgrade would lose data. " + String.join(" ", risks)
                    + " Nothing was changed. If that is meant, say so with --yes.");
        }
        risks.forEach(loss -> err().println("migrate: " + loss));
        return new Terminal(err()).isConfirmed("Downgrade all the same?");
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
