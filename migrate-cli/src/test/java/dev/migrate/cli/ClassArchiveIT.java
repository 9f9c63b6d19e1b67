package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The class archive that the launcher creates with a real JVM. */
class ClassArchiveIT {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    @TempDir
    private Path caches;

    private Launched check(TestDatabase database) {
        return Launched.with(Map.of("XDG_CACHE_HOME", caches.toString()), "check", "--url", database.url());
    }

    private Optional<Path> archive() throws IOException {
        try (Stream<Path> files = Files.list(caches.resolve("migrate"))) {
            List<Path> left = files.toList();
            return left.size() == 1 && left.get(0).toString().endsWith(".jsa")
                    ? Optional.of(left.get(0))
                    : Optional.empty();
        }
    }

    private Path awaitArchive() throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (archive().isEmpty()) {
            assertThat(System.nanoTime() - deadline).as("no archive").isNegative();
            Thread.sleep(100);
        }
        return archive().orElseThrow();
    }

    /** With this option, Java refuses to start if it cannot use the archive. */
    private static int statusWith(Path archive) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:on",
                        "-XX:+UseSerialGC",
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        Path.of("target", "migrate.jar").toAbsolutePath().toString(),
                        Main.class.getName(),
                        "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theArchiveIsInvisible(TestDatabase database) throws Exception {
        Launched first = check(database);
        Path archive = awaitArchive();
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(statusWith(archive)).isZero();

        assertThat(check(database)).isEqualTo(first);

        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(statusWith(archive)).isNotZero();
        assertThat(check(database)).isEqualTo(first);

        Files.writeString(archive, "no archive");
        assertThat(check(database)).isEqualTo(first);
    }
}
