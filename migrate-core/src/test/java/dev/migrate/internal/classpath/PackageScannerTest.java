package dev.migrate.internal.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where classes are found. How applications are packaged is in PackagingTest. */
class PackageScannerTest {

    private static final byte[] NOTHING = {};

    @TempDir
    private Path place;

    private byte[] compiled(String name, String text) throws IOException {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Path source = Files.createDirectories(place.resolve("sources")).resolve(simple + ".java");
        Files.writeString(source, text);
        Path output = place.resolve("compiled");
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.err, System.err, "-encoding", "UTF-8", "-d", output.toString(), source.toString());
        assertThat(status).isZero();
        return Files.readAllBytes(output.resolve(name.replace('.', '/') + ".class"));
    }

    private byte[] compiled(String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String header = dot < 0 ? "" : "package " + name.substring(0, dot) + ";";
        return compiled(name, header + " class " + name.substring(dot + 1) + " {}");
    }

    private static void writeToFolder(Path folder, Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
    }

    private static void writeToJar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        }
    }

    private static SortedMap<String, ClassFile> scan(String packageName, Path... classPath) throws IOException {
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return PackageScanner.scan(packageName, loader);
        }
    }

    @Test
    void inFoldersAndJarsWithBlanksAndOtherCharacters() throws IOException {
        Path folder = place.resolve("a folder 每日 100%");
        Path jar = place.resolve("a jar é+#.jar");
        writeToFolder(folder, Map.of("a/b/One.class", compiled("a.b.One"), "a/bc/Other.class", compiled("a.bc.Other")));
        writeToJar(jar, Map.of("a/b/", NOTHING, "a/b/c/Two.class", compiled("a.b.c.Two"), "a/b/text", NOTHING));

        assertThat(scan("a.b", folder, jar)).containsOnlyKeys("a.b.One", "a.b.c.Two");
    }

    @Test
    void inEachJarEvenIfSomeHaveNoEntriesForFolders() throws IOException {
        Path complete = place.resolve("complete.jar");
        Path minimal = place.resolve("minimal.jar");
        writeToJar(complete, Map.of("META-INF/MANIFEST.MF", NOTHING, "a/", NOTHING, "a/One.class", compiled("a.One")));
        writeToJar(
                minimal,
                Map.of("META-INF/", NOTHING, "META-INF/MANIFEST.MF", NOTHING, "a/Two.class", compiled("a.Two")));

        assertThat(scan("a", complete, minimal)).containsOnlyKeys("a.One", "a.Two");
    }

    @Test
    void inTheDefaultPackageAndThoseBelowIt() throws IOException {
        Path folder = place.resolve("folder");
        Path jar = place.resolve("some.jar");
        writeToFolder(folder, Map.of("One.class", compiled("One")));
        writeToJar(jar, Map.of("META-INF/MANIFEST.MF", NOTHING, "a/", NOTHING, "a/Two.class", compiled("a.Two")));

        assertThat(scan("", folder, jar)).containsKeys("One", "a.Two");
    }

    @Test
    void theFirstOfSeveralClassesWithTheSameNameCounts() throws IOException {
        Path first = place.resolve("first");
        Path second = place.resolve("second");
        writeToFolder(first, Map.of("a/One.class", compiled("a.One", "package a; abstract class One {}")));
        writeToFolder(second, Map.of("a/One.class", compiled("a.One")));

        assertThat(scan("a", first, second)).extractingByKey("a.One").returns(false, ClassFile::isConcrete);
        assertThat(scan("a", second, first)).extractingByKey("a.One").returns(true, ClassFile::isConcrete);
    }

    @Test
    void classesForOtherVersionsOfJavaAreIgnored() throws IOException {
        Path folder = place.resolve("folder");
        writeToFolder(folder, Map.of("a/One.class", compiled("a.One"), "a/versions/One.class", compiled("a.One")));

        assertThat(scan("a", folder)).containsOnlyKeys("a.One");
    }

    @Test
    void aFileThatIsNoClassIsNamed() throws IOException {
        Path folder = place.resolve("folder");
        writeToFolder(folder, Map.of("a/One.class", new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> scan("a", folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a/One.class in " + folder + "/a cannot be read: not a class file");
    }

    @Test
    void aPlaceThatCannotBeListedIsNamed() throws IOException {
        URL url = new URL(null, "elsewhere:/a/", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL place) {
                return new URLConnection(place) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(NOTHING);
                    }
                };
            }
        });
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Enumeration<URL> findResources(String name) {
                return name.equals("a/") ? Collections.enumeration(List.of(url)) : Collections.emptyEnumeration();
            }
        };

        assertThatThrownBy(() -> PackageScanner.scan("a", loader))
                .isInstanceOf(IOException.class)
                .hasMessage("the classes in elsewhere:/a/ cannot be listed");
    }

    @Test
    void readsTheDeclarationOfAClass() throws IOException {
        Path folder = place.resolve("folder");
        writeToFolder(folder, Map.of("a/One.class", compiled("a.One", """
                package a;

                @Marked(text = "täglich \\0 😀", texts = {"b", "c"}, number = 3, nested = @Inner("d"), kind = Thread.State.NEW)
                final class One<T> extends java.util.ArrayList<T> implements Runnable, java.io.Serializable {
                    static final long LONG = 1L << 40;
                    static final double DOUBLE = 1.5e300;

                    One(int size) {
                        super(size);
                    }

                    public void run() {
                        Runnable lambda = () -> System.out.println("x" + size());
                        lambda.run();
                    }
                }

                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @interface Marked {
                    String text();
                    String[] texts();
                    int number();
                    Inner nested();
                    Thread.State kind();
                    boolean[] flags() default {};
                }

                @interface Inner {
                    String value();
                }
                """)));

        assertThat(scan("a", folder).get("a.One"))
                .isEqualTo(new ClassFile(
                        "a.One",
                        "java.util.ArrayList",
                        List.of("java.lang.Runnable", "java.io.Serializable"),
                        true,
                        false,
                        Map.of(
                                "a.Marked",
                                Map.of(
                                        "text", List.of("täglich \0 😀"),
                                        "texts", List.of("b", "c"),
                                        "number", List.of(),
                                        "nested", List.of(),
                                        "kind", List.of()))));
    }
}
