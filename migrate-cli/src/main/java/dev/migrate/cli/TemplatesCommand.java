package dev.migrate.cli;

import dev.migrate.Authoring;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate templates}. */
@Command(
        name = "templates",
        description =
                "List the built-in templates, or print one as a starting point for --template. Needs no database.")
final class TemplatesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private static final String MIGRATION = "migration";

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The template to print.")
    private @Nullable String name;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            out.println(MIGRATION + "  the source of a migration, as revision and merge write it");
        } else if (name.equals(MIGRATION)) {
            out.print(Authoring.defaultTemplate());
        } else {
            throw new UsageException("Unknown template: " + name + ". Available: " + MIGRATION + ".");
        }
        out.flush();
    }
}
