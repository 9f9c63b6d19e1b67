package dev.migrate.cli;

import dev.migrate.StampMode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate stamp}. */
@Command(name = "stamp", description = "Write into the version table that the database is at a revision; run nothing.")
final class StampCommand extends LockingCommand {

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "The revisions: ids, head, base.")
    private List<String> targets;

    @Option(
            names = "--purge",
            description = "Empty the table first: the way out when it holds ids that no migration has.")
    private boolean purge;

    @Override
    public void run() {
        String[] expressions = targets.toArray(String[]::new);
        report().stamped(migrator().stamp(purge ? StampMode.PURGE : StampMode.MOVE, expressions));
    }
}
