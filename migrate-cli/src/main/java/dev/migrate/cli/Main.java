package dev.migrate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;

/** The entry point of the command line. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 for success; 1 if revisions are pending or the
     * database differs from its model; 2 for a usage error; 3 for a failure; 4 if another run is migrating the
     * database; 5 if the outcome of a statement must be resolved manually.
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
        boolean isColored = isColored(Terminal.seesOut(), arguments);
        CommandLine commandLine = commandLine(arguments);
        escapeOutput(commandLine, arguments);
        commandLine.setColorScheme(Help.defaultColorScheme(isColored ? Help.Ansi.ON : Help.Ansi.OFF));
        int exitCode = commandLine.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        commandLine.getOut().flush();
        return System.out.checkError() ? exitCodeOfLostOutput(commandLine, exitCode) : exitCode;
    }

    private static boolean isColored(boolean isTerminal, String... arguments) {
        return isTerminal && OutputOptions.isColourful() && !List.of(arguments).contains(OutputOptions.NO_COLOR);
    }

    /** A reader that has closed its end of a pipe needs no more output; everything else is a failure. */
    private static int exitCodeOfLostOutput(CommandLine commandLine, int exitCode) {
        String reason = "";
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            // The stream has not kept its exception; the next write fails for the same reason.
            out.write('\n');
        } catch (IOException e) {
            reason = ": " + e.getMessage();
        }
        if (reason.endsWith("Broken pipe")) {
            return exitCode;
        }
        commandLine.getErr().println("migrate: The output could not be written" + reason + ".");
        return ExitCode.FAILED.number();
    }

    static CommandLine commandLine(String... arguments) {
        MigrateCommand root = new MigrateCommand(false, Optional.empty());
        HibernateClassLoading classLoading = new HibernateClassLoading(root);
        return commandLine(
                root,
                parsed -> {
                    root.configureLogging();
                    return classLoading.execute(parsed);
                },
                arguments);
    }

    /** Executes commands with a strategy, if their options are valid. */
    static CommandLine commandLine(MigrateCommand root, IExecutionStrategy strategy, String... arguments) {
        CommandLine commandLine = new CommandLine(root);
        Commands.addTo(commandLine, arguments);
        commandLine.setExecutionStrategy(parsed -> {
            if (root.output().isContradictory()) {
                throw new ParameterException(commandLine, "--quiet and --verbose are mutually exclusive.");
            }
            return strategy.execute(parsed);
        });
        commandLine.setExecutionExceptionHandler(new ErrorPrinter(root.output(), root.completedWork()));
        commandLine.setParameterExceptionHandler(new UsageErrorPrinter());
        return commandLine;
    }

    /** Makes everything that a command prints safe for a terminal. */
    static void escapeOutput(CommandLine commandLine, String... arguments) {
        commandLine.setOut(ControlCharacters.escaping(commandLine.getOut(), isColored(Terminal.seesOut(), arguments)));
        commandLine.setErr(ControlCharacters.escaping(commandLine.getErr(), Terminal.seesErr()));
    }
}
