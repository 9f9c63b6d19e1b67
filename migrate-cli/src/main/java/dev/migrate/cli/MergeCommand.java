package dev.migrate.cli;

import dev.migrate.source.SourceOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate merge}. */
@Command(name = "merge", description = "Write the source of a migration that joins lines. Needs no database.")
final class MergeCommand extends Subcommand {

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "What to join: heads, or two heads at least.")
    private List<String> targets;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What the migration says of itself, in one line.")
    private String message = "";

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    @Override
    public void run() {
        SourceOptions options = source.of(packageName(), folderOfSources(), configuration());
        report().written(migrations().authoring().merge(targets, message, options));
    }
}
