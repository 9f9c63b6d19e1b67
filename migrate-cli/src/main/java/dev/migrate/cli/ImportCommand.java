package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import dev.migrate.StampResult;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.AlembicProject;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate import}. */
@Command(
        name = "import",
        description = {
            "Write the revisions of another tool as migrations. Needs a database only for --from-database.",
            "Exits with 3 if Alembic did not generate the SQL of a revision, unless --no-python is given, or if the"
                    + " history table of Flyway or Liquibase does not match the files.",
            "For Flyway and Liquibase, only prints what it would do, unless --yes is given."
        })
final class ImportCommand extends Subcommand implements IExitCodeGenerator {

    /** The supported tools, as written on the command line. */
    enum Tool {
        alembic,
        flyway,
        liquibase
    }

    @Parameters(index = "0", paramLabel = "TOOL", description = "The tool: ${COMPLETION-CANDIDATES}.")
    private Tool tool;

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description =
                    "For Alembic, the folder with alembic.ini, the one with env.py, or the one with the revisions;"
                            + " for Flyway, the folder of the migrations; for Liquibase, a changelog in SQL, a folder"
                            + " of them, or the output of liquibase update-sql.")
    private Path path;

    @Option(
            names = "--python",
            paramLabel = "COMMAND",
            description = "The Python command with Alembic, which generates the SQL. Default: python3.")
    private String python = "python3";

    @Option(names = "--no-python", description = "Import without SQL; it has to be written by hand.")
    private boolean isWithoutPython;

    @Option(
            names = "--from-database",
            description = "Compare the history table of Flyway or Liquibase with the files, and stamp the database. The"
                    + " table is not changed.")
    private boolean isFromDatabase;

    @Option(
            names = "--flyway-table",
            paramLabel = "NAME",
            description = "Flyway's history table. Default: flyway_schema_history.")
    private String flywayTable = "flyway_schema_history";

    @Option(
            names = "--liquibase-table",
            paramLabel = "NAME",
            description = "Liquibase's table of applied changesets. Default: DATABASECHANGELOG.")
    private String liquibaseTable = "DATABASECHANGELOG";

    @Option(
            names = {"-y", "--yes"},
            description = "Write the files, and stamp the database, for Flyway and Liquibase.")
    private boolean isConfirmed;

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    private boolean isIncomplete;

    @Override
    public void run() {
        SourceOptions options = source.of(packageName(), folderOfSources(), configuration());
        switch (tool) {
            case alembic -> importAlembic(options);
            case flyway -> {
                Authoring authoring = Migrator.builder().build().authoring();
                ImportPlan plan = authoring.planFlywayImport(path, options);
                write(authoring, plan, connected -> connected.compareFlyway(plan, flywayTable));
            }
            case liquibase -> {
                Authoring authoring = Migrator.builder().build().authoring();
                ImportPlan plan = authoring.planLiquibaseImport(path, options);
                write(authoring, plan, connected -> connected.compareLiquibase(plan, liquibaseTable));
            }
        }
    }

    private void write(Authoring authoring, ImportPlan plan, Function<Authoring, ImportState> comparison) {
        Optional<ImportState> state =
                isFromDatabase ? Optional.of(comparison.apply(connected().authoring())) : Optional.empty();
        isIncomplete = state.filter(known -> !known.problems().isEmpty()).isPresent();
        if (!isConfirmed || isIncomplete) {
            report().importPlanned(plan, state);
            return;
        }
        List<WrittenMigration> written = authoring.writeImport(plan);
        completedWork().written(written);
        Optional<StampResult> stamped =
                state.flatMap(ImportCommand::current).map(id -> migrator().stamp(id));
        report().importWritten(plan, state, written, stamped);
    }

    /** The revision at which the database is to be stamped, if the other tool has applied any. */
    static Optional<String> current(ImportState state) {
        List<String> applied = state.revisions();
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.get(applied.size() - 1));
    }

    private void importAlembic(SourceOptions options) {
        AlembicImportResult result = Migrator.builder().build().authoring().importAlembic(project(), options);
        isIncomplete = !isWithoutPython && !result.isComplete();
        report().imported(result);
    }

    @Override
    public int getExitCode() {
        return (isIncomplete ? ExitCode.FAILED : ExitCode.SUCCESS).number();
    }

    private AlembicProject project() {
        AlembicProject project = AlembicProject.in(path);
        return isWithoutPython ? project.withoutPython() : project.python(python);
    }
}
