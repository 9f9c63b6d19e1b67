package dev.migrate.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints a usage error with suggestions. */
final class UsageErrorPrinter implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine commandLine = exception.getCommandLine();
        PrintWriter err = commandLine.getErr();
        String message = String.valueOf(exception.getMessage()).replaceFirst("^Error: ", "");
        Paint paint = Paint.of(OutputOptions.isColourful() && Terminal.seesErr());
        err.println(paint.red("migrate:") + " " + ControlCharacters.escaped(Secrets.masked(message)));
        if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.println("See: " + commandLine.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }
}
