package dev.migrate.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** Where the command line starts. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process: with 0 if it worked; 1 if revisions are pending or the database differs from
     * its model, where that was the question; 2 if the command was not understood; 3 if it failed; 4 if somebody else
     * migrates the database; 5 if a person has to say what became of a statement.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs one command.
     *
     * @param arguments the command and its options
     * @return the exit code
     */
    public static int run(String... arguments) {
        boolean isColoured = OutputOptions.isColourful()
                && Terminal.seesOut()
                && !List.of(arguments).contains(OutputOptions.NO_COLOUR);
        CommandLine commandLine = commandLine(arguments);
        commandLine.setColorScheme(Help.defaultColorScheme(isColoured ? Help.Ansi.ON : Help.Ansi.OFF));
        return commandLine.execute(arguments);
    }

    static CommandLine commandLine(String... arguments) {
        MigrateCommand root = new MigrateCommand();
        CommandLine commandLine = new CommandLine(root);
        Commands.addTo(commandLine, arguments);
        commandLine.setExecutionStrategy(parsed -> {
            if (root.output().isContradictory()) {
                throw new ParameterException(commandLine, "Give --quiet or --verbose, not both.");
            }
            root.configureLogging();
            return new HibernateClassLoading(root).execute(parsed);
        });
        commandLine.setExecutionExceptionHandler(new ErrorPrinter(root.output()));
        commandLine.setParameterExceptionHandler(new UsageErrorPrinter());
        return commandLine;
    }
}
