package dev.migrate.internal.alembic;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The Alembic command. */
public interface Alembic {

    /**
     * The output of a call.
     *
     * @param exitCode 0 if it worked
     * @param out its standard output
     * @param err its standard error
     */
    record Output(int exitCode, String out, String err) {

        /** Rejects null. */
        public Output {
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(err, "err");
        }

        /** The error message of Python: the last line, with passwords in URLs masked. */
        String failure() {
            String line = lastLine(err).isEmpty() ? lastLine(out) : lastLine(err);
            return line.replaceAll("://\\S*@", "://***@");
        }

        private static String lastLine(String text) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce("", (before, line) -> line);
        }
    }

    /**
     * Calls Alembic.
     *
     * @param arguments its arguments, for instance {@code upgrade heads --sql}
     * @return its output
     * @throws IOException if it cannot be called
     */
    Output call(List<String> arguments) throws IOException;
}
