package dev.migrate.cli;

import dev.migrate.error.MigrateException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints an error as text without a stack trace, which {@code --verbose} adds. */
final class ErrorPrinter implements IExecutionExceptionHandler {

    /** Clears the line of the progress: the run may have ended in the middle of a statement. */
    private static final String CLEAR = "\r\u001B[K";

    private final OutputOptions output;

    ErrorPrinter(OutputOptions output) {
        this.output = output;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        err.println((Terminal.seesErr() ? CLEAR : "") + output.ofErr().red("migrate:") + " "
                + ControlCharacters.escaped(Secrets.masked(textOf(exception))));
        if (output.isVerbose()) {
            StringWriter stack = new StringWriter();
            exception.printStackTrace(new PrintWriter(stack));
            err.print(ControlCharacters.escaped(Secrets.masked(stack.toString())));
        }
        err.flush();
        return ExitCode.of(exception).number();
    }

    private static String textOf(Exception exception) {
        if (exception instanceof MigrateException || exception instanceof UsageException) {
            return String.valueOf(exception.getMessage());
        }
        return "Internal error: " + exception + ". Run again with --verbose and report the output.";
    }
}
