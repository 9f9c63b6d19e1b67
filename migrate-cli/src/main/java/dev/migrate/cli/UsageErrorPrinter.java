package dev.migrate.cli;

import java.io.PrintWriter;
import java.util.List;
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
        Failure failure = Failure.ofUsage(message);
        if (List.of(arguments).contains(OutputOptions.JSON)) {
            new JsonReport(commandLine.getOut()).failed(failure, new CompletedWork());
        }
        ErrorPrinter.print(failure, Paint.of(OutputOptions.isColourful() && Terminal.seesErr()), err);
        if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.println("See: " + commandLine.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }
}
