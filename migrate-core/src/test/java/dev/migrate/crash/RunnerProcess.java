package dev.migrate.crash;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in a separate Java process, which may be killed and stopped. */
final class RunnerProcess {

    /** The first output of a process that completed. */
    static final String SUCCEEDED = "SUCCEEDED";

    private static final String READY = "READY";
    /** Here, and not in the output of the build. */
    private static final Path LOG = Path.of("target", "crash-runners.log");

    private final Process process;
    private final BufferedReader output;

    private RunnerProcess(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process, which waits for {@link #go}. */
    static RunnerProcess start(CrashDatabase database, int port, RunAction action, RevisionRange range) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                RunnerProcess.class.getName(),
                String.valueOf(port),
                database.name(),
                String.valueOf(database.server().knowsChecks()),
                String.valueOf(database.options().isWithTokens()),
                String.valueOf(database.options().isInSql()),
                action.name(),
                range.toString());
        try {
            return new RunnerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process is up. */
    void awaitReady() {
        if (!READY.equals(line())) {
            throw new IllegalStateException("A runner's process did not start; see " + LOG + ".");
        }
    }

    /** Starts the run. */
    void go() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is already dead, or never waited.
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Sends a signal, for instance STOP or CONT. */
    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. Returns its output: success, or the failure. */
    String await() {
        String line = line();
        process.onExit().join();
        return line == null ? "died" : line;
    }

    private @Nullable String line() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments: port, database, whether the server has checks, whether with tokens, whether in SQL, action, range. */
    public static void main(String[] arguments) throws IOException {
        Migrator migrator = CrashDatabase.migrator(
                Integer.parseInt(arguments[0]),
                arguments[1],
                Boolean.parseBoolean(arguments[2]),
                new CrashOptions(Boolean.parseBoolean(arguments[3]), Boolean.parseBoolean(arguments[4])));
        System.out.println(READY);
        System.in.read();
        try {
            RunAction.valueOf(arguments[5]).run(migrator, RevisionRange.parse(arguments[6]));
            System.out.println(SUCCEEDED);
        } catch (MigrateException e) {
            System.out.println("FAILED " + e.outcome() + " " + e.problem().replaceAll("\\s+", " "));
        }
    }
}
