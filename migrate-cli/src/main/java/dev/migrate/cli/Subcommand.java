package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.RevisionStatus;
import dev.migrate.revision.Anchor;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The base class of all commands. Picocli injects the fields before the command runs. */
abstract class Subcommand implements Runnable {

    @ParentCommand
    private MigrateCommand root;

    @Spec
    private CommandSpec spec;

    /** A migrator with the database. */
    final Migrator connected() {
        return root.connected().build();
    }

    /** A migrator with the migrations. */
    final Migrator migrations() {
        return root.migrations().build();
    }

    /** A migrator with the migrations and the options of runs, but no database. */
    final Migrator offline() {
        return configured(root.offline()).build();
    }

    /** A migrator with the migrations, of which there may be none yet. */
    final Migrator migrationsIfPresent() {
        return root.migrationsIfPresent().build();
    }

    /** A migrator with the database, and the migrations, of which there may be none yet. */
    final Migrator connectedIfPresent() {
        return root.connectedIfPresent().build();
    }

    /** The package of the migrations. */
    final String packageName() {
        return root.packageName();
    }

    /** A migrator with the database and the migrations. */
    final Migrator migrator() {
        return configured(root.connectedWithMigrations()).build();
    }

    /** A migrator with the database, the model, and the migrations if there are any. */
    final Migrator modelled() {
        return root.modelled().build();
    }

    /** The folder for new sources, if the folder of the existing ones is known. */
    final Optional<Path> folderOfSources() {
        return root.folderOfSources();
    }

    /** A migrator with the database, and the migrations and the model if there are any. */
    final Migrator whole() {
        return root.whole().build();
    }

    /** What the command has completed so far. */
    final CompletedWork completedWork() {
        return root.completedWork();
    }

    final Configuration configuration() {
        return root.configuration();
    }

    /** The output for everything except results. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final CommandLine commandLine() {
        return spec.commandLine();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Applies the options of the command. */
    MigratorBuilder configured(MigratorBuilder builder) {
        return builder;
    }

    /** Whether verbose output is requested. */
    final boolean isVerbose() {
        return root.output().isVerbose();
    }

    /** A migrator with the migrations, and with the database only if a target is relative to it. */
    final Migrator migratorFor(String target) {
        boolean isRelative = TargetParser.place(target).anchor() instanceof Anchor.Current;
        return isRelative ? migrator() : migrations();
    }

    /** A migrator with the migrations, and with the database only if a range is relative to it. */
    final Migrator migratorForRange(String range) {
        Target.Range parsed = TargetParser.range(range);
        boolean isRelative = Stream.concat(parsed.start().stream(), parsed.end().stream())
                .anyMatch(place -> place.anchor() instanceof Anchor.Current);
        return isRelative ? migrator() : migrations();
    }

    /** The settings of the connection, which are not part of a migrator. */
    final ConnectionOptions connection() {
        return root.connection();
    }

    static List<String> idsOf(List<RevisionStatus> revisions) {
        return revisions.stream().map(status -> status.revision().id()).toList();
    }

    /** The output for results. */
    final Report report() {
        return root.output().report(out());
    }

    /** The output for statements, which may be run: in a file or a pipe, they are not escaped, in UTF-8. */
    final Report sqlReport() {
        boolean isExact = Terminal.isOutPiped() && !root.output().isJson();
        return root.output().report(isExact ? new PrintWriter(System.out, true, StandardCharsets.UTF_8) : out());
    }
}
