package dev.migrate.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The result of a Maven that runs on a project of {@code src/it}, with the plugin in the repository of the tests.
 *
 * @param exitCode the exit code
 * @param output everything that it printed
 */
record MavenRun(int exitCode, String output) {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final long PATIENCE_MINUTES = 10;

    /** The versions that are tested, unpacked by the build. */
    static List<String> versions() {
        return List.of(System.getProperty("maven3.version"), System.getProperty("maven4.version"));
    }

    /**
     * Runs Maven on a new copy of a project.
     *
     * @param version the version of Maven
     * @param project the folder in {@code src/it}
     * @param variables environment variables
     * @param arguments goals and options
     */
    static MavenRun of(String version, String project, Map<String, String> variables, String... arguments) {
        try {
            Path folder = copied(project);
            List<String> command = new ArrayList<>(List.of(
                    TARGET.resolve("apache-maven-" + version + "/bin/mvn").toString(),
                    "--batch-mode",
                    "-Dstyle.color=never",
                    "-Dmigrate.version=" + System.getProperty("migrate.version"),
                    "-Dconnector-j.version=" + System.getProperty("connector-j.version"),
                    "-Dmaven.repo.local=" + TARGET.resolve("it-repository"),
                    "-Dmaven.repo.local.tail=" + System.getProperty("userRepository")));
            command.addAll(List.of(arguments));
            Path log = Files.createTempFile(TARGET, "maven", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile());
            Map<String, String> environment = builder.environment();
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
            environment.put("MAVEN_SKIP_RC", "true");
            environment.remove("MAVEN_ARGS");
            environment.putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Maven has not ended: " + Files.readString(log));
            }
            String output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            return new MavenRun(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With a folder .mvn of its own, so that Maven does not read the one of this build. */
    private static Path copied(String project) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(TARGET.resolve("it")), project);
        Path original = Path.of("src", "it", project);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        Files.createDirectories(folder.resolve(".mvn"));
        return folder;
    }
}
