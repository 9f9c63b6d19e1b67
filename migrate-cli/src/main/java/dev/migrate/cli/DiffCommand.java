package dev.migrate.cli;

import dev.migrate.Authoring;
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
            "Show the changes from the database to the model, as revision --autogenerate would write them.",
            "Exits with 1 if there are differences."
        })
final class DiffCommand extends Subcommand implements IExitCodeGenerator {

    @Option(names = "--sql", description = "Print the statements.")
    private boolean isSql;

    @Option(
            names = "--drift",
            description = "Compare with the schema that the applied migrations create in a scratch database,"
                    + " instead of the model.")
    private boolean isDrift;

    @Mixin
    private final RenameOptions renames = new RenameOptions();

    private boolean isDifferent;

    @Override
    public void run() {
        Authoring authoring = (isDrift ? migrator() : modelled()).authoring();
        SchemaDiff diff = isDrift ? authoring.drift() : authoring.diff(renames.stated());
        isDifferent = !diff.isEmpty();
        if (isSql) {
            sqlReport().differentInSql(diff, statements(authoring, diff));
        } else {
            report().different(diff, () -> statements(authoring, diff), authoring::details);
        }
    }

    private static List<String> statements(Authoring authoring, SchemaDiff diff) {
        return diff.changes().isEmpty() ? List.of() : authoring.toSql(diff);
    }

    @Override
    public int getExitCode() {
        return (isDifferent ? ExitCode.DIFFERENT : ExitCode.SUCCESS).number();
    }
}
