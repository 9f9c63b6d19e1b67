package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The self-contained jar has the licence of each library that it contains. */
class LicensesIT {

    private static final Path JAR = Path.of("target", "migrate.jar");
    private static final String APACHE = "META-INF/LICENSE";
    private static final String CONNECTOR_J = "META-INF/licenses/mysql-connector-j.txt";

    /** The library with the longest prefix of a class's name contains it. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("dev/migrate/", APACHE, "Apache License"),
            new Library("picocli/", APACHE, "Apache License"),
            new Library("org/jspecify/", APACHE, "Apache License"),
            new Library("com/fasterxml/jackson/", APACHE, "Apache License"),
            new Library("com/fasterxml/jackson/", "META-INF/NOTICE", "Jackson"),
            new Library(
                    "com/fasterxml/jackson/core/internal/", "META-INF/FastDoubleParser-LICENSE", "FastDoubleParser"),
            new Library("org/slf4j/", "META-INF/licenses/slf4j.txt", "QOS.ch"),
            new Library("org/slf4j/", "META-INF/licenses/slf4j.txt", "Permission is hereby granted, free"),
            new Library("com/mysql/", CONNECTOR_J, "The Universal FOSS Exception"),
            new Library("com/google/protobuf/", CONNECTOR_J, "Google Protocol Buffers"));

    private record Library(String classes, String license, String text) {}

    @Test
    void everyLibraryHasItsLicense() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (Library library : LIBRARIES) {
                assertThat(classes(jar))
                        .as("classes of %s", library)
                        .anyMatch(name -> name.startsWith(library.classes));
                assertThat(text(jar, library.license))
                        .as("licence of %s", library)
                        .contains(library.text);
            }
        }
    }

    @Test
    void everyClassBelongsToALibraryWhoseLicenseIsKnown() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(classes(jar))
                    .isNotEmpty()
                    .allMatch(name -> LIBRARIES.stream().anyMatch(library -> name.startsWith(library.classes)));
        }
    }

    @Test
    void theReadmeOfTheDistributionNamesTheFiles() throws IOException {
        String readme = Files.readString(Path.of("src", "main", "distribution", "README.md"));

        assertThat(LIBRARIES)
                .extracting(Library::license)
                .filteredOn(license -> license.startsWith("META-INF/licenses/"))
                .allMatch(readme::contains);
    }

    private static List<String> classes(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.replaceFirst("^META-INF/versions/[0-9]+/", ""))
                .toList();
    }

    private static String text(JarFile jar, String name) throws IOException {
        JarEntry entry = Objects.requireNonNull(jar.getJarEntry(name), name);
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
