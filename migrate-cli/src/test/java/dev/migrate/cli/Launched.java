package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The result of a process of the launcher from the build.
 *
 * @param exitCode the exit code
 * @param out the lines on the standard output
 * @param err the standard error
 */
record Launched(int exitCode, List<String> out, String err) {

    static Launched in(Path folder, Map<String, String> environment, String... arguments) {
        try (Launch launch = Launch.in(folder, environment, arguments)) {
            return launch.end();
        }
    }

    static Launched with(Map<String, String> environment, String... arguments) {
        try (Launch launch = Launch.of(environment, arguments)) {
            return launch.end();
        }
    }
}
