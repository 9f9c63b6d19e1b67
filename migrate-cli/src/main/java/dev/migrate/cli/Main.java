package dev.migrate.cli;

import picocli.CommandLine;

/** Where the command line starts. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process: with 0 if it worked, 1 if it failed, 2 if it was not understood.
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
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        MigrateCommand root = new MigrateCommand();
        CommandLine commandLine = new CommandLine(root);
        commandLine.setExecutionStrategy(parsed -> {
            root.configureLogging();
            return new HibernateBeside(root).execute(parsed);
        });
        commandLine.setExecutionExceptionHandler(new ErrorPrinter(root::isVerbose));
        commandLine.setParameterExceptionHandler(new UsageErrorPrinter());
        return commandLine;
    }
}
