package dev.migrate.cli;

import dev.migrate.Migrator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What every command has at hand. Picocli fills the fields before the command runs. */
abstract class Subcommand implements Runnable {

    @ParentCommand
    private MigrateCommand root;

    @Spec
    private CommandSpec spec;

    /** A migrator that knows the database only. */
    final Migrator connected() {
        return root.connected();
    }

    /** A migrator that knows the migrations only. */
    final Migrator migrations() {
        return root.migrations();
    }

    /** A migrator that knows the database and the migrations. */
    final Migrator migrator() {
        return root.migrator();
    }

    /** Where results are written. */
    final Report report() {
        return new Report(spec.commandLine().getOut());
    }
}
