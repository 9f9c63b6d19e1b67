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
        description =
                "Open the source of a migration in the editor that VISUAL or EDITOR names. Needs a database only for"
                        + " targets relative to it.")
final class EditCommand extends Subcommand implements IExitCodeGenerator {

    /** Where Maven and Gradle have the sources of compiled migrations. */
    private static final Path USUAL_FOLDER = Path.of("src", "main", "java");

    @Parameters(paramLabel = "TARGET", description = "Which one: an id, head, current.")
    private String target;

    private ExitCode exitCode = ExitCode.WORKED;

    @Override
    public void run() {
        String editor = editor();
        Path source = source();
        if (statusOf(editor, source) != 0) {
            err().println("migrate: The editor " + editor + " failed with " + source + ".");
            exitCode = ExitCode.FAILED;
        }
    }

    private static String editor() {
        return Stream.of("VISUAL", "EDITOR")
                .map(System.getenv()::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no editor: set the environment variable VISUAL or EDITOR, for instance EDITOR=vi."));
    }

    private Path source() {
        Authoring authoring = migratorFor(target).authoring();
        List<RevisionDetails> found = authoring.show(target);
        if (found.size() != 1) {
            throw new UsageException(target + " names " + found.size() + " revisions; name one.");
        }
        String id = found.get(0).revision().id();
        return authoring
                .sourceFile(id, USUAL_FOLDER)
                .orElseThrow(() -> new UsageException("Migration " + id + " has no source here, neither in a folder of"
                        + " --migrations nor in " + USUAL_FOLDER + "."));
    }

    /** The variable may have options of the editor in it: the shell takes it apart, as it does for git. */
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
