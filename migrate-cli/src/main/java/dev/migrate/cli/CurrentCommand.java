package dev.migrate.cli;

import picocli.CommandLine.Command;

/** {@code migrate current}. */
@Command(name = "current", description = "Say at which revision the database is.")
final class CurrentCommand extends Subcommand {

    @Override
    public void run() {
        report().printCurrent(migrator().current());
    }
}
