package dev.migrate.cli;

import dev.migrate.PlanAnalysis;
import dev.migrate.plan.Direction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate plan}. */
@Command(
        name = "plan",
        description = {
            "Show what an upgrade or a downgrade would run, and what each statement would cost on the server: algorithm,"
                    + " lock, size of the table, time, and what is lost.",
            "The database is only read. The statements are tried on empty clones of the tables, in a scratch database"
                    + " that is dropped afterwards."
        })
final class PlanCommand extends Subcommand {

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

    @Override
    public void run() {
        if (isDowngrade && target == null) {
            throw new UsageException("A downgrade requires a target: a revision id, -1, or base.");
        }
        PlanAnalysis analysis =
                migrator().analyze(isDowngrade ? Direction.DOWN : Direction.UP, target == null ? "head" : target);
        if (format == Format.markdown) {
            PlanMarkdown.lines(analysis).forEach(out()::println);
        } else {
            report().planned(analysis);
        }
    }
}
