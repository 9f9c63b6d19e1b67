package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.RevisionStatus;
import dev.migrate.revision.Anchor;
import dev.migrate.revision.TargetParser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
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
        return root.connected().build();
    }

    /** A migrator that knows the migrations only. */
    final Migrator migrations() {
        return root.migrations().build();
    }

    /** A migrator that knows the migrations and all that is said of runs, but no database. */
    final Migrator offline() {
        return configured(root.offline()).build();
    }

    /** A migrator that knows the migrations only, of which there may be none yet. */
    final Migrator migrationsIfPresent() {
        return root.migrationsIfPresent().build();
    }

    /** The package of the migrations. */
    final String packageName() {
        return root.packageName();
    }

    /** A migrator that knows the database and the migrations. */
    final Migrator migrator() {
        return configured(root.connectedWithMigrations()).build();
    }

    /** A migrator that knows the database, the model, and the migrations if there are any. */
    final Migrator modelled() {
        return root.modelled().build();
    }

    /** Where new sources go, if it is said where the others are. */
    final Optional<Path> folderOfSources() {
        return root.folderOfSources();
    }

    /** A migrator that knows the database, and the migrations and the model if there are any. */
    final Migrator whole() {
        return root.whole().build();
    }

    final Configuration configuration() {
        return root.configuration();
    }

    /** Where everything else is written. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final CommandLine commandLine() {
        return spec.commandLine();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Adds what the options of the command say. */
    MigratorBuilder configured(MigratorBuilder builder) {
        return builder;
    }

    /** Whether the caller wants to see more. */
    final boolean isVerbose() {
        return root.output().isVerbose();
    }

    /** A migrator that knows the migrations, and the database only if a target is relative to where that stands. */
    final Migrator migratorFor(String target) {
        boolean isRelative = TargetParser.place(target).anchor() instanceof Anchor.Current;
        return isRelative ? migrator() : migrations();
    }

    /** How to reach the database, beside what a migrator knows. */
    final ConnectionOptions connection() {
        return root.connection();
    }

    static List<String> idsOf(List<RevisionStatus> revisions) {
        return revisions.stream().map(status -> status.revision().id()).toList();
    }

    /** Where results are written. */
    final Report report() {
        return root.output().report(out());
    }
}
