package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.diff.SchemaDiff;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate diff}. */
@Command(
        name = "diff",
        description = {
            "Say what leads from the database to the model, as revision --autogenerate would write it.",
            "Ends with 1 if there is a difference."
        })
final class DiffCommand extends Subcommand implements IExitCodeGenerator {

    @Option(names = "--sql", description = "Print the statements.")
    private boolean isSql;

    @Option(
            names = "--drift",
            description = "Compare with what the applied migrations make in a scratch database, instead of the model.")
    private boolean isDrift;

    @Mixin
    private final RenameOptions renames = new RenameOptions();

    private boolean isDifferent;

    @Override
    public void run() {
        Migrator migrator = isDrift ? migrator() : modelled();
        SchemaDiff diff = isDrift ? migrator.drift() : migrator.diff(renames.stated());
        isDifferent = !diff.isEmpty();
        if (isSql) {
            report().differentInSql(diff, statements(migrator, diff));
        } else {
            report().different(diff, () -> statements(migrator, diff));
        }
    }

    private static List<String> statements(Migrator migrator, SchemaDiff diff) {
        return diff.changes().isEmpty() ? List.of() : migrator.statements(diff);
    }

    @Override
    public int getExitCode() {
        return (isDifferent ? ExitCode.DIFFERENT : ExitCode.WORKED).number();
    }
}
