package dev.migrate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An executable jar or war of Spring Boot: its classes and libraries are below a folder of the jar. */
final class ExecutableJar {

    private static final Pattern CLASS = Pattern.compile("(?:BOOT|WEB)-INF/classes/(.+[^/])");
    private static final Pattern LIBRARY = Pattern.compile("(?:BOOT|WEB)-INF/lib/([^/]+\\.jar)");

    private ExecutableJar() {}

    /**
     * Extracts the classes and the libraries to a temporary folder, which is deleted at the end of the process.
     *
     * @param entry a jar or a folder of a class path
     * @return the class path of the application; only the entry itself if it is not an executable jar
     * @throws IOException if the jar cannot be read, or the folder cannot be written
     */
    static List<Path> classPath(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            return List.of(entry);
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.getEntry("BOOT-INF/classes/") == null && jar.getEntry("WEB-INF/classes/") == null
                    ? List.of(entry)
                    : extracted(jar);
        }
    }

    private static List<Path> extracted(JarFile jar) throws IOException {
        Path folder = Files.createTempDirectory("migrate");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        List<Path> classPath = new ArrayList<>(List.of(classes));
        for (JarEntry each : Collections.list(jar.entries())) {
            Matcher ofClass = CLASS.matcher(each.getName());
            Matcher ofLibrary = LIBRARY.matcher(each.getName());
            if (ofClass.matches()) {
                extract(jar, each, classes, ofClass.group(1));
            } else if (ofLibrary.matches()) {
                classPath.add(extract(jar, each, libraries, ofLibrary.group(1)));
            }
        }
        return classPath;
    }

    private static Path extract(JarFile jar, JarEntry entry, Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the entry " + entry.getName() + " is outside of the jar");
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
