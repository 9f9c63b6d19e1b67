package dev.migrate.cli;

import dev.migrate.AlembicImport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate import}. */
@Command(name = "import", description = "Write the revisions of another tool as migrations. Needs no database.")
final class ImportCommand extends Subcommand {

    /** The tools whose revisions can be read, as they are typed. */
    enum Tool {
        alembic
    }

    @Parameters(index = "0", paramLabel = "TOOL", description = "Which tool they are from: ${COMPLETION-CANDIDATES}.")
    private Tool tool;

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            description =
                    "The folder that Alembic is called in, the one with its env.py, or the one with the revisions.")
    private Path folder;

    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            description = "The Python that has Alembic, which is asked for the SQL (python3).")
    private String python = "python3";

    @Option(names = "--no-python", description = "Do not ask Alembic for the SQL: a person writes it.")
    private boolean isWithoutPython;

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    @Override
    public void run() {
        AlembicImport revisions = switch (tool) {
            case alembic -> AlembicImport.from(folder);
        };
        AlembicImport chosen = isWithoutPython ? revisions.withoutPython() : revisions.python(python);
        report().imported(chosen.write(source.of(packageName(), folderOfSources(), configuration())));
    }
}
