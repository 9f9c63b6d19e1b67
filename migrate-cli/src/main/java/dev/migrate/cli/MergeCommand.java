package dev.migrate.cli;

import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate merge}. */
@Command(name = "merge", description = "Write the source of a migration that merges branches. Needs no database.")
final class MergeCommand extends Subcommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description = "The heads to merge: heads, or at least two of them.")
    private List<String> targets;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "The message, on one line.")
    private String message = "";

    @Option(names = "--sql", description = "Write an SQL file instead of a Java class.")
    private boolean isSql;

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    @Override
    public void run() {
        SourceOptions options = source.of(packageName(), folderOfSources(), configuration())
                .format(isSql ? SourceFormat.SQL : SourceFormat.JAVA);
        report().written(migrations().authoring().merge(targets, message, options));
    }
}
