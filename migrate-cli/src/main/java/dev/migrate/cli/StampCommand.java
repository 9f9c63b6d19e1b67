package dev.migrate.cli;

import dev.migrate.StampMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate stamp}. */
@Command(name = "stamp", description = "Set the version table to a revision without running migrations.")
final class StampCommand extends LockingCommand {

    @Parameters(arity = "0..*", paramLabel = "TARGET", description = "The revisions: ids, head, or base.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Delete all rows first, even ids without a migration.")
    private boolean purge;

    @Option(
            names = "--accept",
            paramLabel = "REASON",
            description = "Accept the current statements of applied migrations that have changed since they ran: of the"
                    + " given revisions, or of all. The version table is not changed.")
    private @Nullable String reason;

    @Override
    public void run() {
        if (reason != null) {
            accept(reason);
            return;
        }
        if (targets.isEmpty()) {
            throw new UsageException("Specify the revisions: ids, head, or base.");
        }
        String[] expressions = targets.toArray(String[]::new);
        report().stamped(migrator().stamp(purge ? StampMode.PURGE : StampMode.MOVE, expressions));
    }

    private void accept(String why) {
        if (why.isBlank()) {
            throw new UsageException("The reason is empty. State why the migrations were changed.");
        }
        report().accepted(migrator().acceptEdited(why, targets.toArray(String[]::new)));
    }
}
