package dev.migrate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/** Asks the person at the terminal, if there is one. */
final class Terminal {

    /** Set by the launcher: Java cannot tell whether somebody types. */
    private static final String PROPERTY = "migrate.interactive";

    private final PrintWriter err;
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    Terminal(PrintWriter err) {
        this.err = err;
    }

    static boolean isThere() {
        return Boolean.getBoolean(PROPERTY);
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
