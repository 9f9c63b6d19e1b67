package dev.migrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/** The person at the terminal, if there is one. Java cannot tell; the launcher does. */
final class Terminal {

    private static final String IS_ASKED = "migrate.interactive";
    private static final String SEES_OUT = "migrate.terminal.out";
    private static final String SEES_ERR = "migrate.terminal";

    private final PrintWriter err;
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    Terminal(PrintWriter err) {
        this.err = err;
    }

    /** Whether somebody can answer. */
    static boolean isThere() {
        return Boolean.getBoolean(IS_ASKED);
    }

    /** Whether results are read as they come. */
    static boolean seesOut() {
        return Boolean.getBoolean(SEES_OUT);
    }

    /** Whether somebody watches the standard error. */
    static boolean seesErr() {
        return Boolean.getBoolean(SEES_ERR);
    }

    /** Whatever is not yes is no. */
    boolean isConfirmed(String question) {
        err.print(question + " [y/N] ");
        err.flush();
        try {
            String answer = in.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            return false;
        }
    }
}
