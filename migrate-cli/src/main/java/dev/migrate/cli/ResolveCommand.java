package dev.migrate.cli;

import dev.migrate.journal.StatementOutcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate resolve}. */
@Command(
        name = "resolve",
        description = "Say whether the statement was carried out of which a run could not tell; run nothing.")
final class ResolveCommand extends LockingCommand {

    @ArgGroup(multiplicity = "1")
    private Seen seen = new Seen();

    @Override
    public void run() {
        report().resolved(migrator().resolve(seen.done ? StatementOutcome.DONE : StatementOutcome.NOT_DONE));
    }

    /** What a person has seen: exactly one of the two, picocli sees to that. */
    static final class Seen {
        @Option(names = "--done", description = "Its effect is in the database.")
        private boolean done;

        @SuppressWarnings("UnusedVariable")
        @Option(names = "--not-done", description = "Its effect is not in the database: it will run.")
        private boolean notDone;
    }
}
