package dev.migrate.cli;

import java.util.List;
import java.util.Map;

/**
 * What a person sees who runs the launcher that the build has left.
 *
 * @param exitCode the exit code
 * @param out the lines on the standard output
 * @param err the standard error
 */
record Launched(int exitCode, List<String> out, String err) {

    static Launched with(Map<String, String> environment, String... arguments) {
        try (Launch launch = Launch.of(environment, arguments)) {
            return launch.end();
        }
    }
}
