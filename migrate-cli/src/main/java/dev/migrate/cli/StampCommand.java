package dev.migrate.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migrate stamp}. */
@Command(name = "stamp", description = "Write into the version table that the database is at a revision; run nothing.")
final class StampCommand extends Subcommand {

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "The revisions: ids, head, base.")
    private List<String> targets;

    @Override
    public void run() {
        report().print(migrator().stamp(targets.toArray(String[]::new)));
    }
}
