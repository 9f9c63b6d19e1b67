package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.provider.DatabaseProviders;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;

/** {@code migrate check}. */
@Command(
        name = "check",
        description = {
            "Connect and report the server, the database, the user and the missing privileges.",
            "With migrations, report the pending ones; with a model, report the differences of the database.",
            "Exits with 1 if the database is not up to date or cannot be migrated."
        })
final class CheckCommand extends Subcommand implements IExitCodeGenerator {

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        Migrator migrator = whole();
        CheckResult result = migrator.check();
        if (result.server().database() == null) {
            throw new UsageException("The server responds, but the URL contains no database: --url "
                    + DatabaseProviders.jdbcUrlExamples() + ".");
        }
        Authoring authoring = migrator.authoring();
        Optional<SchemaDiff> diff = authoring.hasModel() ? Optional.of(authoring.diff()) : Optional.empty();
        boolean isSame = diff.map(SchemaDiff::isEmpty).orElse(true);
        exitCode = isSame && result.isUpToDate() ? ExitCode.SUCCESS : ExitCode.DIFFERENT;
        report().checked(result, diff, authoring::details);
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
