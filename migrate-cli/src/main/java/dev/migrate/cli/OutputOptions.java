package dev.migrate.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options for the output. */
final class OutputOptions {

    static final String NO_COLOR = "--no-color";

    static final String JSON = "--json";

    private static final String NO_COLOR_VARIABLE = "NO_COLOR";

    @Option(names = JSON, scope = ScopeType.INHERIT, description = "Print the result as JSON.")
    private boolean isJson;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only results and errors.")
    private boolean isQuiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log details, show more in lists, and print the stack traces of errors.")
    private boolean isVerbose;

    @Option(
            names = NO_COLOR,
            scope = ScopeType.INHERIT,
            description = "Disable colors, which are used only on a terminal. The variable " + NO_COLOR_VARIABLE
                    + " has the same effect.")
    private boolean isPlain;

    boolean isJson() {
        return isJson;
    }

    boolean isQuiet() {
        return isQuiet;
    }

    boolean isVerbose() {
        return isVerbose;
    }

    boolean isContradictory() {
        return isQuiet && isVerbose;
    }

    Paint ofOut() {
        return Paint.of(!isPlain && isColourful() && Terminal.seesOut());
    }

    Paint ofErr() {
        return Paint.of(!isPlain && isColourful() && Terminal.seesErr());
    }

    /** Any non-empty value, see https://no-color.org. */
    static boolean isColourful() {
        String variable = System.getenv(NO_COLOR_VARIABLE);
        return variable == null || variable.isEmpty();
    }

    Report report(PrintWriter out) {
        return isJson ? new JsonReport(out) : new TextReport(out, ofOut(), isQuiet, isVerbose);
    }
}
