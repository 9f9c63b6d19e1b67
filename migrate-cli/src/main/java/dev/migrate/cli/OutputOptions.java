package dev.migrate.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much is said, and in which form. */
final class OutputOptions {

    static final String NO_COLOUR = "--no-color";

    private static final String NO_COLOUR_VARIABLE = "NO_COLOR";

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
    private boolean isJson;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but what was asked for, and errors.")
    private boolean isQuiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say what is done, show more in lists, and show the whole stack of an error.")
    private boolean isVerbose;

    @Option(
            names = NO_COLOUR,
            scope = ScopeType.INHERIT,
            description = "Print without colours, which only a terminal gets anyway. The variable " + NO_COLOUR_VARIABLE
                    + " does the same.")
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

    /** As https://no-color.org has it: any text but the empty one. */
    static boolean isColourful() {
        String variable = System.getenv(NO_COLOUR_VARIABLE);
        return variable == null || variable.isEmpty();
    }

    Report report(PrintWriter out) {
        return isJson ? new JsonReport(out) : new TextReport(out, ofOut(), isQuiet, isVerbose);
    }
}
