package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.Verification;
import dev.migrate.lint.LintOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate verify}. */
@Command(
        name = "verify",
        description = {
            "Apply, revert and apply again every migration in a scratch database, and compare the schemas exactly."
                    + " Compare the result with the model and with a schema file, if there are any, and apply the rules."
                    + " The database is only read.",
            "Exits with 1 if anything differs or fails."
        })
final class VerifyCommand extends Subcommand implements IExitCodeGenerator {

    @Option(
            names = "--schema-file",
            paramLabel = "FILE",
            description = "An SQL script in the repository that shows the schema after all migrations.")
    private @Nullable Path schemaFile;

    @Option(names = "--write", description = "Write the schema file instead of comparing it.")
    private boolean isWriting;

    @Option(
            names = "--record",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FILE",
            description = "Write the verified downgrades to a file, for environments with require-verified. Default:"
                    + " " + Authoring.VERIFIED_DOWNGRADES + " in the folder of the migrations.")
    private @Nullable Path recordFile;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        if (isWriting && schemaFile == null) {
            throw new UsageException("--write requires --schema-file FILE.");
        }
        Optional<Path> recorded = Optional.ofNullable(recordFile).map(this::placed);
        Authoring authoring = whole().authoring();
        LintOptions options = rules.options(configuration(), List.of());
        Verification verification = RuleOptions.applied(() -> authoring.verify(options));
        Optional<SchemaFile> file = Optional.ofNullable(schemaFile).flatMap(path -> schemaFile(path, verification));
        boolean isSame = !file.map(SchemaFile::isDifferent).orElse(false);
        exitCode = isSame && verification.isSuccessful() ? ExitCode.SUCCESS : ExitCode.DIFFERENT;
        recorded.ifPresent(path -> authoring.recordVerified(verification, path));
        report().verified(verification, file, recorded, authoring::details);
    }

    private Path placed(Path given) {
        return given.toString().isEmpty()
                ? folderOfSources()
                        .map(folder -> folder.resolve(Authoring.VERIFIED_DOWNGRADES))
                        .orElseThrow(
                                () -> new UsageException("Name the file, among the resources of the package: --record"
                                        + " src/main/resources/" + packageName().replace('.', '/') + "/"
                                        + Authoring.VERIFIED_DOWNGRADES + "."))
                : given;
    }

    /** There is no schema if a migration failed. */
    private Optional<SchemaFile> schemaFile(Path path, Verification verification) {
        return Optional.ofNullable(verification.schema())
                .map(schema -> isWriting ? SchemaFile.written(path, schema) : SchemaFile.compared(path, schema));
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
