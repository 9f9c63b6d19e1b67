package dev.migrate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final Path LAUNCHER = Path.of("target", "migrate").toAbsolutePath();

    static Launched with(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(LAUNCHER.toString());
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("migrate", ".out");
            Path err = Files.createTempFile("migrate", ".err");
            ProcessBuilder process =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            process.environment().remove("MIGRATE_PASSWORD");
            // The JVM says on the standard error that it has found this.
            process.environment().remove("JAVA_TOOL_OPTIONS");
            process.environment().put("JAVA_HOME", System.getProperty("java.home"));
            process.environment().putAll(environment);
            int exitCode = process.start().waitFor();
            Launched launched =
                    new Launched(exitCode, Files.readAllLines(out), Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return launched;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
