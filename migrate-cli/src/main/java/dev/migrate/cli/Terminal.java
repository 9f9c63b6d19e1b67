package dev.migrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/** The terminal, if there is one. Java cannot detect it, so the launcher does. */
final class Terminal {

    private static final String IS_ASKED = "migrate.interactive";
    private static final String SEES_OUT = "migrate.terminal.out";
    private static final String SEES_ERR = "migrate.terminal";
    private static final String COLUMNS = "migrate.terminal.columns";
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;

    private final PrintWriter err;
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    Terminal(PrintWriter err) {
        this.err = err;
    }

    /** Whether a user can answer questions. */
    static boolean isAvailable() {
        return Boolean.getBoolean(IS_ASKED);
    }

    /** Whether standard output is a terminal. */
    static boolean seesOut() {
        return Boolean.getBoolean(SEES_OUT);
    }

    /** Whether standard output is certainly not a terminal, but a file or a pipe. */
    static boolean isOutPiped() {
        return "false".equals(System.getProperty(SEES_OUT));
    }

    /** Whether standard error is a terminal. */
    static boolean seesErr() {
        return Boolean.getBoolean(SEES_ERR);
    }

    /** The width of the terminal, or the usual one if it is not known. */
    static int columns() {
        int columns = Integer.getInteger(COLUMNS, USUAL_COLUMNS);
        return columns < FEWEST_COLUMNS ? USUAL_COLUMNS : columns;
    }

    /** Any answer except yes means no. */
    boolean isConfirmed(String question) {
        return answer(question + " [y/N]").toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** The answer on one line, or an empty text if there is none. */
    String answer(String question) {
        err.print(ControlCharacters.escaped(question) + " ");
        err.flush();
        try {
            String answer = in.readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            return "";
        }
    }
}
