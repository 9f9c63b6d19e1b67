package dev.migrate.cli;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command where the library finds Hibernate. The library calls it, if it is there, so it must not be further down
 * than the library itself: the launcher sees to that for a class path of the command line. For one that the
 * configuration says, the command runs once more, in a class loader that has everything.
 */
final class HibernateClassLoading implements IExecutionStrategy {

    private static final String HIBERNATE = "org/hibernate/boot/MetadataSources.class";

    private final MigrateCommand root;

    HibernateClassLoading(MigrateCommand root) {
        this.root = root;
    }

    @Override
    public int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine command =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        boolean isConfigured = command.getCommand() instanceof Subcommand;
        boolean isBeside = HibernateClassLoading.class.getClassLoader().getResource(HIBERNATE) != null;
        if (isConfigured && !isBeside) {
            try {
                URLClassLoader ofMigrations = root.classLoader();
                if (ofMigrations.findResource(HIBERNATE) != null) {
                    return runAgain(ofMigrations.getURLs(), parsed.originalArgs());
                }
            } catch (UsageException | ReflectiveOperationException | IOException e) {
                throw new ExecutionException(command, String.valueOf(e.getMessage()), e);
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** The loader stays open, for as long as the process lives. */
    private static int runAgain(URL[] more, List<String> arguments) throws ReflectiveOperationException, IOException {
        List<URL> all = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            all.add(Path.of(entry).toUri().toURL());
        }
        all.addAll(List.of(more));
        ClassLoader together = new URLClassLoader(all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(together);
        return (int) together.loadClass(Main.class.getName())
                .getMethod("run", String[].class)
                .invoke(null, (Object) arguments.toArray(String[]::new));
    }
}
