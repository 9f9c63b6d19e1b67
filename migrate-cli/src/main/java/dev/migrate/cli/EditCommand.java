package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.RevisionDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Parameters;

/** {@code migrate edit}. */
@Command(
        name = "edit",
        description = "Open the source of a migration in the editor of VISUAL or EDITOR. Needs a database only for"
                + " relative targets.")
final class EditCommand extends Subcommand implements IExitCodeGenerator {

    /** The folder of sources in a Maven or Gradle project. */
    private static final Path USUAL_FOLDER = Path.of("src", "main", "java");

    @Parameters(paramLabel = "TARGET", description = "The revision: an id, head, or current.")
    private String target;

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        String editor = editor();
        Path source = source();
        if (statusOf(editor, source) != 0) {
            err().println("migrate: "
                    + ControlCharacters.escaped("The editor " + editor + " failed with " + source + "."));
            exitCode = ExitCode.FAILED;
        }
    }

    private static String editor() {
        return Stream.of("VISUAL", "EDITOR")
                .map(System.getenv()::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "No editor is configured: set the environment variable VISUAL or EDITOR, for "
                                + "example EDITOR=vi."));
    }

    private Path source() {
        Authoring authoring = migratorFor(target).authoring();
        List<RevisionDetails> found = authoring.show(target);
        if (found.size() != 1) {
            throw new UsageException(target + " resolves to " + found.size() + " revisions; specify one.");
        }
        String id = found.get(0).revision().id();
        return authoring
                .sourceFile(id, USUAL_FOLDER)
                .orElseThrow(() -> new UsageException("Migration " + id + " has no source file in the folders of"
                        + " --migrations or in " + USUAL_FOLDER + "."));
    }

    /** The variable may contain options of the editor, so it is passed to the shell, as git does. */
    private static int statusOf(String editor, Path file) {
        try {
            return new ProcessBuilder("sh", "-c", editor + " \"$@\"", editor, file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UsageException("The editor " + editor + " cannot be started (" + e + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
