package dev.migrate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The launcher that the build has left, while it runs. Whatever becomes of the test, it ends with it. */
final class Launch implements AutoCloseable {

    private static final Path LAUNCHER = Path.of("target", "migrate").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private Launch(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Launch of(Map<String, String> environment, String... arguments) {
        return in(Path.of(""), environment, arguments);
    }

    static Launch in(Path folder, Map<String, String> environment, String... arguments) {
        return launch(List.of(LAUNCHER.toString()), folder, environment, arguments);
    }

    /** One that heeds an interrupt, also where the build runs in the background of a script and its processes do not. */
    static Launch interruptible(Map<String, String> environment, String... arguments) {
        List<String> program = List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", LAUNCHER.toString());
        return launch(program, Path.of(""), environment, arguments);
    }

    private static Launch launch(
            List<String> program, Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("migrate", ".out");
            Path err = Files.createTempFile("migrate", ".err");
            ProcessBuilder process =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            process.directory(folder.toAbsolutePath().toFile());
            process.environment().remove("MIGRATE_PASSWORD");
            process.environment().remove("MIGRATE_ENV");
            // The JVM says on the standard error that it has found this.
            process.environment().remove("JAVA_TOOL_OPTIONS");
            process.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // Not the user's; and a command may still write into it in the background when its test is over.
            process.environment()
                    .put(
                            "XDG_CACHE_HOME",
                            Path.of("target", "caches").toAbsolutePath().toString());
            process.environment().putAll(environment);
            return new Launch(process.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script that finds the launcher as {@code $0}, with all that it says in one stream. */
    static Process bash(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().remove("JAVA_TOOL_OPTIONS");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.start();
    }

    /** Waits until the command has said something on the standard error. */
    void awaitSaying(String text) {
        await(text, () -> err().contains(text));
    }

    /** Waits until something is the case. */
    void await(String what, BooleanSupplier isTheCase) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTheCase.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || !process.isAlive()) {
                throw new AssertionError("Waited in vain for: " + what + ". The command said: " + err());
            }
            sleep();
        }
    }

    /** Does what a terminal does at Ctrl-C. */
    void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    Launched end() {
        int exitCode = awaitExit();
        try {
            return new Launched(exitCode, Files.readAllLines(out), err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String err() {
        try {
            return Files.readString(err, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The command does not end. It said: " + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
        try {
            Files.delete(out);
            Files.delete(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
