package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import dev.migrate.StampResult;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.plan.NewRevision;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate baseline}. */
@Command(
        name = "baseline",
        description = {
            "Write the first migration of a database that has tables and no history, verify in a scratch database that it"
                    + " creates the same schema, and stamp the database.",
            "Only prints what it would do, unless --yes is given. Exits with 1 if the schemas differ."
        })
final class BaselineCommand extends LockingCommand implements IExitCodeGenerator {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "The message, on one line. Default: baseline.")
    private String message = "baseline";

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id. Default: twelve random hexadecimal digits.")
    private @Nullable String id;

    @Option(names = "--sql", description = "Write an SQL file instead of a Java class.")
    private boolean isSql;

    @Option(
            names = {"-y", "--yes"},
            description = "Write the migration and stamp the database.")
    private boolean isConfirmed;

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        if (isConfirmed) {
            write();
        } else {
            report().baseline(connected().authoring().baseline());
        }
    }

    private void write() {
        NewRevision wanted =
                id == null ? NewRevision.of(message) : NewRevision.of(message).id(id);
        SourceOptions options = source.of(packageName(), folderOfSources(), configuration())
                .format(isSql ? SourceFormat.SQL : SourceFormat.JAVA);
        WrittenMigration written = connectedIfPresent().authoring().writeBaseline(wanted, options);
        completedWork().written(List.of(written));
        Migrator migrator = migrator();
        Authoring authoring = migrator.authoring();
        String revision = written.revision().id();
        SchemaDiff diff = authoring.driftFrom(revision);
        exitCode = diff.isEmpty() ? ExitCode.SUCCESS : ExitCode.DIFFERENT;
        Optional<StampResult> stamped = diff.isEmpty() ? Optional.of(migrator.stamp(revision)) : Optional.empty();
        report().baselineWritten(written, diff, stamped, authoring::details);
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
