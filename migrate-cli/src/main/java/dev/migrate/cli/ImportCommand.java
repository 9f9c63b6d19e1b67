package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.AlembicProject;
import dev.migrate.source.SourceOptions;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate import}. */
@Command(
        name = "import",
        description = {
            "Write the revisions of another tool as migrations. Needs no database.",
            "Exits with 3 if the tool did not generate the SQL of a revision, unless --no-python is given."
        })
final class ImportCommand extends Subcommand implements IExitCodeGenerator {

    /** The supported tools, as written on the command line. */
    enum Tool {
        alembic
    }

    @Parameters(index = "0", paramLabel = "TOOL", description = "The tool: ${COMPLETION-CANDIDATES}.")
    private Tool tool;

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            description = "The folder with alembic.ini, the one with env.py, or the one with the revisions.")
    private Path folder;

    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            description = "The Python command with Alembic, which generates the SQL. Default: python3.")
    private String python = "python3";

    @Option(names = "--no-python", description = "Import without SQL; it has to be written by hand.")
    private boolean isWithoutPython;

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    private boolean isIncomplete;

    @Override
    public void run() {
        SourceOptions options = source.of(packageName(), folderOfSources(), configuration());
        AlembicImportResult result = switch (tool) {
            case alembic -> Migrator.builder().build().authoring().importAlembic(project(), options);
        };
        isIncomplete = !isWithoutPython && !result.isComplete();
        report().imported(result);
    }

    @Override
    public int getExitCode() {
        return (isIncomplete ? ExitCode.FAILED : ExitCode.SUCCESS).number();
    }

    private AlembicProject project() {
        AlembicProject project = AlembicProject.in(folder);
        return isWithoutPython ? project.withoutPython() : project.python(python);
    }
}
