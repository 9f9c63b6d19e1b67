package dev.migrate.cli;

import dev.migrate.AnalyzedStatement;
import dev.migrate.MigratorBuilder;
import dev.migrate.PlanAnalysis;
import dev.migrate.Rehearsal;
import dev.migrate.lint.Finding;
import dev.migrate.plan.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate plan}. */
@Command(
        name = "plan",
        description = {
            "Show what an upgrade or a downgrade would run, and what each statement would cost on the server: algorithm,"
                    + " lock, size of the table, time, and what is lost.",
            "The database is only read. The statements are tried on empty clones of the tables, in a scratch database"
                    + " that is dropped afterwards.",
            "With --rehearse, the plan and its reversal are executed in a scratch database with the structure of the"
                    + " database, but without rows, and the results are compared. --rows copies a sample of the rows.",
            "The rules of the command lint are applied to the migrations of an upgrade.",
            "Exits with 1 if a rule of severity error reports something, if a statement exceeds the limits, or if the"
                    + " rehearsal fails or finds a difference."
        })
final class PlanCommand extends Subcommand implements IExitCodeGenerator {

    /** The formats of the result. */
    enum Format {
        text,
        markdown
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "The target: a revision id, +1, or head (the default); with --downgrade an id, -1, or base.")
    private @Nullable String target;

    @Option(names = "--downgrade", description = "Plan a downgrade instead of an upgrade. Requires a target.")
    private boolean isDowngrade;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format: text (the default), or markdown, for a pull request.")
    private Format format = Format.text;

    @Option(
            names = "--check-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long each query may search a table for rows that do not allow a change, in seconds."
                    + " Default: 5; 0 for no such queries.")
    private Duration checkTimeout = Duration.ofSeconds(5);

    @Option(
            names = "--rehearse",
            description = "Execute the plan and its reversal in a scratch database with the structure of the database.")
    private boolean isRehearsed;

    @Option(
            names = "--rows",
            paramLabel = "NUMBER",
            converter = Count.class,
            description = "With --rehearse: copy so many rows of each table of the plan, half of them with the lowest"
                    + " primary keys and half with the highest, to find failures that depend on rows and to estimate"
                    + " times.")
    private @Nullable Integer rows;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    MigratorBuilder configured(MigratorBuilder builder) {
        limits.addOptionsTo(builder, configuration());
        return builder;
    }

    @Override
    public void run() {
        if (isDowngrade && target == null) {
            throw new UsageException("A downgrade requires a target: a revision id, -1, or base.");
        }
        if (rows != null && (rows == 0 || !isRehearsed)) {
            throw new UsageException("--rows takes a number from 1, and requires --rehearse.");
        }
        Direction direction = isDowngrade ? Direction.DOWN : Direction.UP;
        String to = target == null ? "head" : target;
        PlanAnalysis planned = migrator().analyze(checkTimeout, direction, to);
        List<Finding> findings = rules.findings(migrator(), planned, configuration());
        Optional<Rehearsal> rehearsal = isRehearsed && !planned.steps().isEmpty()
                ? Optional.of(migrator().rehearse(rows == null ? 0 : rows, direction, to))
                : Optional.empty();
        PlanAnalysis analysis = rehearsal.map(planned::withTimesOf).orElse(planned);
        boolean isWithinLimits = analysis.steps().stream()
                .flatMap(step -> step.statements().stream())
                .allMatch(AnalyzedStatement::isWithinLimits);
        boolean isRehearsedWell = rehearsal.map(Rehearsal::isSuccessful).orElse(true);
        boolean isGood = isWithinLimits && isRehearsedWell && !RuleOptions.hasErrors(findings);
        exitCode = isGood ? ExitCode.SUCCESS : ExitCode.DIFFERENT;
        if (format == Format.markdown) {
            PlanMarkdown.lines(analysis, findings, rehearsal).forEach(out()::println);
        } else {
            report().planned(analysis, findings, rehearsal);
        }
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
