package dev.migrate.internal.alembic;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Alembic itself, called as people call it. */
public interface Alembic {

    /**
     * What a call wrote.
     *
     * @param exitCode 0 if it worked
     * @param out its standard output
     * @param err its standard error
     */
    record Output(int exitCode, String out, String err) {

        /** Refuses null. */
        public Output {
            Objects.requireNonNull(out, "out");
            Objects.requireNonNull(err, "err");
        }

        /** What went wrong, as Python says it: the last line, which may show a URL. */
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
     * Calls it.
     *
     * @param arguments its arguments, for instance {@code upgrade heads --sql}
     * @return what it wrote
     * @throws IOException if it cannot be called
     */
    Output call(List<String> arguments) throws IOException;
}
