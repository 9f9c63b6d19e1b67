package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import dev.migrate.diff.SchemaDiff;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;

/** {@code migrate check}. */
@Command(
        name = "check",
        description = {
            "Connect, and say which server, database and user these are, and what the user may not do.",
            "With migrations, say which are pending; with a model, how the database differs from it.",
            "Ends with 1 if something is left to do or in the way."
        })
final class CheckCommand extends Subcommand implements IExitCodeGenerator {

    private ExitCode exitCode = ExitCode.WORKED;

    @Override
    public void run() {
        Migrator migrator = whole();
        CheckResult result = migrator.check();
        if (result.server().database() == null) {
            throw new UsageException(
                    "The server answers, but the URL names no database:" + " --url jdbc:mysql://HOST:PORT/DATABASE.");
        }
        Authoring authoring = migrator.authoring();
        Optional<SchemaDiff> diff = authoring.hasModel() ? Optional.of(authoring.diff()) : Optional.empty();
        boolean isSame = diff.map(SchemaDiff::isEmpty).orElse(true);
        exitCode = isSame && result.isUpToDate() ? ExitCode.WORKED : ExitCode.DIFFERENT;
        report().checked(result, diff);
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
