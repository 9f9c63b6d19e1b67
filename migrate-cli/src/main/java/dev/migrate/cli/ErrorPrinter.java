package dev.migrate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Prints an error to standard error without a stack trace, which {@code --verbose} adds, and what the command has
 * completed before it to standard output.
 */
final class ErrorPrinter implements IExecutionExceptionHandler {

    /** Clears the line of the progress: the run may have ended in the middle of a statement. */
    private static final String CLEAR = "\r\u001B[K";

    private final OutputOptions output;
    private final CompletedWork completed;

    ErrorPrinter(OutputOptions output, CompletedWork completed) {
        this.output = output;
        this.completed = completed;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
        Failure failure = Failure.of(exception);
        PrintWriter err = commandLine.getErr();
        err.print(Terminal.seesErr() ? CLEAR : "");
        output.report(commandLine.getOut()).failed(failure, completed);
        print(failure, output.ofErr(), err);
        if (output.isVerbose()) {
            StringWriter stack = new StringWriter();
            exception.printStackTrace(new PrintWriter(stack));
            err.print(ControlCharacters.escaped(Secrets.masked(stack.toString())));
        }
        err.flush();
        return failure.exitCode().number();
    }

    /** On a terminal, lines are wrapped between words; statements are not, so that they can be copied. */
    static void print(Failure failure, Paint paint, PrintWriter err) {
        err.print(paint.red("migrate:") + " ");
        List<String> lines = failure.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = ControlCharacters.escaped(Secrets.masked(lines.get(i)));
            int used = i == 0 ? "migrate: ".length() : 0;
            boolean isWrapped = Terminal.seesErr() && !lines.get(i).startsWith(Failure.STATEMENT);
            err.println(isWrapped ? Wording.wrapped(line, used, Terminal.columns()) : line);
        }
    }
}
