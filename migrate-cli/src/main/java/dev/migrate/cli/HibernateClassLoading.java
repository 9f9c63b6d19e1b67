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
 * Runs a command so that the library can load Hibernate. The library's class loader must be able to see Hibernate,
 * which the launcher ensures for a class path on the command line. For a class path in the configuration, the command
 * is run again in a class loader that contains everything.
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
        boolean isVisible = HibernateClassLoading.class.getClassLoader().getResource(HIBERNATE) != null;
        if (isConfigured && !isVisible) {
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

    /** The loader remains open until the process exits. */
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
