package dev.migrate.cli;

import dev.migrate.StampMode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate stamp}. */
@Command(name = "stamp", description = "Set the version table to a revision without running migrations.")
final class StampCommand extends LockingCommand {

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "The revisions: ids, head, or base.")
    private List<String> targets;

    @Option(names = "--purge", description = "Delete all rows first, even ids without a migration.")
    private boolean purge;

    @Override
    public void run() {
        String[] expressions = targets.toArray(String[]::new);
        report().stamped(migrator().stamp(purge ? StampMode.PURGE : StampMode.MOVE, expressions));
    }
}
