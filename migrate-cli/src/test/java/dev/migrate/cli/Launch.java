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

/** A process of the launcher from the build. It ends with the test, whatever its result. */
final class Launch implements AutoCloseable {

    private static final Path LAUNCHER = Path.of("target", "migrate").toAbsolutePath();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

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

    /**
     * A launcher that handles interrupts, even if the build runs in the background of a script and its processes ignore
     * them.
     */
    static Launch interruptible(Map<String, String> environment, String... arguments) {
        List<String> program = List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", LAUNCHER.toString());
        return launch(program, Path.of(""), environment, arguments);
    }

    private static Launch launch(
            List<String> program, Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(PasswordOfServer.inAFile(arguments)));
        try {
            Path out = Files.createTempFile("migrate", ".out");
            Path err = Files.createTempFile("migrate", ".err");
            ProcessBuilder process =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            process.directory(folder.toAbsolutePath().toFile());
            process.environment().remove("MIGRATE_PASSWORD");
            process.environment().remove("MIGRATE_ENV");
            // The JVM reports this variable on standard error.
            process.environment().remove("JAVA_TOOL_OPTIONS");
            process.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // Not the user's folder; and a command may still write to it in the background after its test.
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

    /** A script that finds the launcher as {@code $0}, with all its output in one stream. */
    static Process bash(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, LAUNCHER.toString()));
        command.addAll(List.of(PasswordOfServer.inAFile(arguments)));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().remove("JAVA_TOOL_OPTIONS");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.start();
    }

    /** Waits until the command has written to standard error. */
    void awaitSaying(String text) {
        await(text, () -> err().contains(text));
    }

    /** Waits until a condition holds. */
    void await(String what, BooleanSupplier isTheCase) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!isTheCase.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || !process.isAlive()) {
                throw new AssertionError("Waited in vain for: " + what + ". The command said: " + err());
            }
            sleep();
        }
    }

    /** Sends the signal of Ctrl-C. */
    void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
    }

    /** Kills it like {@code kill -9}. */
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
            if (!process.waitFor(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
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
