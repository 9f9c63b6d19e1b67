package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's handling of the class archive, with a fake Java that only records its arguments. */
class ClassArchiveTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** Writes a class list or an archive if requested. */
    private static final String JAVA = """
            #!/bin/sh
            dump=
            for argument in "$@"; do
                case $argument in
                    -Xshare:dump) dump=yes ;;
                    -XX:DumpLoadedClassList=*) echo "$LOADED" >"${argument#*=}" ;;
                    -XX:SharedArchiveFile=*) file=${argument#*=} ;;
                esac
            done
            if [ -n "$dump" ]; then
                echo "an archive" >"$file"
                exit "$DUMP_STATUS"
            fi
            echo "$@"
            """;

    @TempDir
    private Path place;

    private Path caches;
    private Path cacheHome;
    private String loaded = "com/mysql/cj/jdbc/ConnectionImpl id: 1";
    private int dumpStatus;

    @BeforeEach
    void make() throws IOException {
        cacheHome = place.resolve("caches");
        caches = cacheHome.resolve("migrate");
        Path java = Files.createDirectories(place.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, JAVA);
        executable(java);
        Path launcher = place.resolve("migrate");
        Files.copy(Path.of("src/main/launcher/migrate"), launcher);
        executable(launcher);
        Files.writeString(place.resolve("migrate.jar"), "a jar");
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Process start() throws IOException {
        ProcessBuilder launcher = new ProcessBuilder(place.resolve("migrate").toString(), "upgrade");
        launcher.environment().put("JAVA_HOME", place.resolve("jdk").toString());
        launcher.environment().put("XDG_CACHE_HOME", cacheHome.toString());
        launcher.environment().put("LOADED", loaded);
        launcher.environment().put("DUMP_STATUS", String.valueOf(dumpStatus));
        return launcher.redirectErrorStream(true).start();
    }

    /** The arguments with which the launcher calls Java. */
    private String call() throws Exception {
        return outputOf(start());
    }

    private static String outputOf(Process launcher) throws Exception {
        String output = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor()).as(output).isZero();
        assertThat(output.lines()).hasSize(1);
        return output.strip();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(caches)) {
            return files.toList();
        }
    }

    /** Waits until the background process has cleaned up. */
    private List<Path> leftAtLast(int count) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (left().size() != count
                || left().stream().anyMatch(file -> !file.toString().endsWith(".jsa"))) {
            assertThat(System.nanoTime() - deadline).as("left: %s", left()).isNegative();
            Thread.sleep(20);
        }
        return left();
    }

    @Test
    void theFirstCommandCreatesAnArchiveForTheNext() throws Exception {
        assertThat(call()).contains("-XX:DumpLoadedClassList=").doesNotContain("SharedArchiveFile");

        Path archive = leftAtLast(1).get(0);

        assertThat(archive).hasContent("an archive");
        assertThat(call()).contains("-XX:SharedArchiveFile=" + archive).doesNotContain("DumpLoadedClassList");
        assertThat(left()).containsExactly(archive);
    }

    @Test
    void anotherJarHasAnotherArchive() throws Exception {
        call();
        leftAtLast(1);
        Files.writeString(place.resolve("migrate.jar"), "a newer jar");

        assertThat(call()).contains("-XX:DumpLoadedClassList=");
        leftAtLast(2);
    }

    @Test
    void aCommandWithoutAConnectionCreatesNoArchive() throws Exception {
        loaded = "dev/migrate/cli/Main id: 1";
        call();

        leftAtLast(0);
    }

    @Test
    void concurrentCommandsCreateOneArchive() throws Exception {
        List<Process> launchers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            launchers.add(start());
        }
        for (Process launcher : launchers) {
            outputOf(launcher);
        }

        assertThat(leftAtLast(1).get(0)).hasContent("an archive");
    }

    @Test
    void aJavaWithoutArchiveSupportIsNotTriedAgain() throws Exception {
        dumpStatus = 1;
        call();

        assertThat(leftAtLast(1).get(0)).isEmptyFile();
        assertThat(call()).contains("-Xshare:auto").doesNotContain("SharedArchiveFile", "DumpLoadedClassList");
    }

    @Test
    void anArchiveThatOthersCanChangeIsNotUsed() throws Exception {
        call();
        Path archive = leftAtLast(1).get(0);
        Set<PosixFilePermission> ownPermissions = Files.getPosixFilePermissions(archive);

        Files.setPosixFilePermissions(archive, EnumSet.allOf(PosixFilePermission.class));
        assertThat(call()).contains("-Xshare:auto").doesNotContain("SharedArchiveFile", "DumpLoadedClassList");

        Files.setPosixFilePermissions(archive, ownPermissions);
        assertThat(call()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void aFolderThatOthersCanChangeIsNotUsed() throws Exception {
        Files.createDirectories(caches);
        Files.setPosixFilePermissions(caches, EnumSet.allOf(PosixFilePermission.class));

        assertThat(call()).contains("-Xshare:auto").doesNotContain("SharedArchiveFile", "DumpLoadedClassList");
        assertThat(left()).isEmpty();
    }

    @Test
    void withoutACacheFolderThereIsNoArchive() throws Exception {
        cacheHome = Files.createFile(place.resolve("file"));

        assertThat(call()).contains("-Xshare:auto").doesNotContain("SharedArchiveFile", "DumpLoadedClassList");
    }
}
