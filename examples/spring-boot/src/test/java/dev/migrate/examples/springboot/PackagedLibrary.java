package dev.migrate.examples.springboot;

import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The executable jar in a JVM of its own. */
final class PackagedLibrary implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target", "library.jar");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;

    private PackagedLibrary(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it on a database, with more properties. */
    static PackagedLibrary start(TestDatabase database, String... properties) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.add("--spring.datasource.url=" + urlOf(database));
        return start(arguments);
    }

    private static String urlOf(TestDatabase database) {
        return database.server().isMariaDb() ? database.mariaDbUrl() : database.url();
    }

    static PackagedLibrary start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(arguments);
        Path log = Files.createTempFile(Path.of("target"), "library", ".log");
        return new PackagedLibrary(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Waits for its end, and returns its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The application is still running: " + output());
        }
        return process.exitValue();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until it listens, and returns its port. */
    int port() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher port = PORT.matcher(output());
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The application does not listen: " + output());
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills it without any clean-up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as the system does, so that it stops its own server. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
