package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The application in the test resources, compiled, and the ways to package and run it. */
final class PackagedApplication {

    private static final Path SOURCES = Path.of("src", "test", "resources", "packaging");

    /** The build copies them. */
    private static final Path SPRING_BOOT = Path.of("target", "spring-boot");

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** What the library and the entities of the application need. */
    private static final List<String> LIBRARIES = List.of("slf4j-api-", "jspecify-", "jakarta.persistence-api-");

    /** What Hibernate needs in addition. */
    private static final List<String> HIBERNATE = List.of(
            "hibernate-",
            "jakarta.transaction-api-",
            "jboss-logging-",
            "byte-buddy-",
            "jakarta.xml.bind-api-",
            "jakarta.activation-api-",
            "jakarta.inject-api-",
            "jaxb-",
            "angus-activation-",
            "txw2-",
            "istack-commons-runtime-",
            "antlr4-runtime-");

    private final Path place;
    private final Path core;
    private final Path classes;

    /**
     * Compiles the application, and packages the library.
     *
     * @param place an empty folder for everything
     */
    PackagedApplication(Path place) throws IOException, URISyntaxException {
        this.place = place;
        core = place.resolve("migrate-core.jar");
        write(core, true, Map.of(), contents(pathOf(Migrator.class)));
        classes = place.resolve("classes");
        compile();
    }

    private static Path pathOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Compiles the classes, and copies the other files to them. */
    private void compile() throws IOException {
        List<Path> others = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "--module-path",
                path(modules()) + File.pathSeparator + springBoot("devtools"),
                "--processor-path",
                path(modules())));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".java")) {
                    arguments.add(file.toString());
                } else {
                    others.add(SOURCES.relativize(file));
                }
            }
        }
        tool("javac", arguments);
        for (Path other : others) {
            Path copy = classes.resolve(other);
            Files.createDirectories(copy.getParent());
            Files.copy(SOURCES.resolve(other), copy);
        }
    }

    private static void tool(String name, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(status).as("%s: %s", name, output).isZero();
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> onTheClassPath(List<String> names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> names.stream().anyMatch(file.getFileName().toString()::startsWith))
                .toList();
    }

    private static Path springBoot(String name) {
        return SPRING_BOOT.resolve(name + ".jar");
    }

    Path core() {
        return core;
    }

    /** The classes of the application. */
    Path classes() {
        return classes;
    }

    /** The index of its migrations. */
    Path index() {
        return classes.resolve("META-INF").resolve("migrate").resolve("classes");
    }

    /** Everything that the application needs, except for Hibernate. */
    List<Path> modules() {
        List<Path> modules = new ArrayList<>(List.of(core));
        modules.addAll(onTheClassPath(LIBRARIES));
        return modules;
    }

    /** What is needed in order to read entities. */
    static List<Path> hibernate() {
        return onTheClassPath(HIBERNATE);
    }

    /** The developer tools of Spring Boot, and what they need. */
    static List<Path> developerTools() {
        return Stream.of("devtools", "spring-boot", "spring-context", "spring-beans", "spring-core", "spring-jcl")
                .map(PackagedApplication::springBoot)
                .toList();
    }

    /** Everything that the application needs. */
    List<Path> libraries() {
        List<Path> libraries = new ArrayList<>(modules());
        libraries.addAll(hibernate());
        return libraries;
    }

    /** A jar as Spring Boot's plugin for Maven creates it: a loader, the classes and the jars of the libraries. */
    Path bootJar(String loader, String launcher, List<Path> libraries) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(contents(springBoot(loader)));
        entries.keySet().removeIf(name -> name.startsWith("META-INF/"));
        contents(classes).forEach((name, bytes) -> entries.put("BOOT-INF/classes/" + name, bytes));
        for (Path library : libraries) {
            entries.put("BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
        }
        Path jar = place.resolve("boot " + loader + " é.jar");
        write(
                jar,
                true,
                Map.of(
                        "Main-Class",
                        launcher,
                        "Start-Class",
                        "shop.Application",
                        "Spring-Boot-Classes",
                        "BOOT-INF/classes/",
                        "Spring-Boot-Lib",
                        "BOOT-INF/lib/"),
                entries);
        return jar;
    }

    /** One jar with the classes of everything, as the shade plugin for Maven creates it. */
    Path shadedJar(boolean hasFolders, List<Path> libraries) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(contents(classes));
        for (Path library : libraries) {
            contents(library).forEach((name, bytes) -> entries.merge(name, bytes, PackagedApplication::merged));
        }
        entries.keySet().removeIf(name -> name.endsWith("module-info.class") || name.equals(MANIFEST));
        Path jar = place.resolve("shaded" + hasFolders + ".jar");
        write(jar, hasFolders, Map.of("Main-Class", "shop.Application", "Multi-Release", "true"), entries);
        return jar;
    }

    /** As of files that declare services. */
    private static byte[] merged(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A runtime image with the application, without Hibernate, which is no module. */
    Path image() throws IOException {
        Path image = Files.createTempDirectory(place, "image").resolve("runtime");
        List<Path> modules = new ArrayList<>(modules());
        modules.add(classes);
        tool("jlink", List.of("--module-path", path(modules), "--add-modules", "shop", "--output", image.toString()));
        return image;
    }

    /** The files of a folder or of a jar, by name. */
    private static Map<String, byte[]> contents(Path source) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    contents.put(source.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return contents;
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        contents.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return contents;
    }

    /** Nested jars are not compressed, as Spring Boot requires it. */
    private static void write(Path jar, boolean hasFolders, Map<String, String> manifest, Map<String, byte[]> entries)
            throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            Set<String> folders = new HashSet<>();
            StringBuilder text = new StringBuilder("Manifest-Version: 1.0\n");
            manifest.forEach(
                    (key, value) -> text.append(key).append(": ").append(value).append('\n'));
            add(out, MANIFEST, text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                String name = entry.getKey();
                for (int end = name.indexOf('/'); hasFolders && end >= 0; end = name.indexOf('/', end + 1)) {
                    String folder = name.substring(0, end + 1);
                    if (folders.add(folder)) {
                        out.putNextEntry(new ZipEntry(folder));
                    }
                }
                if (!name.equals(MANIFEST)) {
                    add(out, name, entry.getValue());
                }
            }
        }
    }

    private static void add(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
    }

    /** The lines that the application prints. */
    List<String> run(Path javaHome, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin").resolve("java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        Path errors = place.resolve("errors");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try (InputStream in = process.getInputStream()) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).as(() -> contentOf(errors.toFile())).isZero();
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> run(String... arguments) throws IOException {
        return run(Path.of(System.getProperty("java.home")), arguments);
    }
}
