package dev.migrate.cli;

import dev.migrate.journal.StatementOutcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate resolve}. */
@Command(
        name = "resolve",
        description = "Record whether a statement with an unknown outcome was executed. Runs no statement.")
final class ResolveCommand extends LockingCommand {

    @ArgGroup(multiplicity = "1")
    private Seen seen = new Seen();

    @Override
    public void run() {
        report().resolved(migrator().resolve(seen.done ? StatementOutcome.DONE : StatementOutcome.NOT_DONE));
    }

    /** The decision of the user: picocli requires exactly one of the two options. */
    static final class Seen {
        @Option(names = "--done", description = "The effect of the statement is in the database.")
        private boolean done;

        @SuppressWarnings("UnusedVariable")
        @Option(
                names = "--not-done",
                description = "The effect of the statement is not in the database: it will run again.")
        private boolean notDone;
    }
}
