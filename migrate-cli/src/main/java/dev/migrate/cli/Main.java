package dev.migrate.cli;

import picocli.CommandLine;

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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        MigrateCommand root = new MigrateCommand();
        CommandLine commandLine = new CommandLine(root);
        commandLine.setExecutionStrategy(parsed -> {
            root.configureLogging();
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setExecutionExceptionHandler(new ErrorPrinter(root::isVerbose));
        commandLine.setParameterExceptionHandler(new UsageErrorPrinter());
        return commandLine;
    }
}
