package dev.migrate.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrator;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.classpath.ClassIndex;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of migrations, which the annotation processor writes when they are compiled. */
class MigrationIndexTest {

    private static final String PACKAGE = "shop.migrations";

    /** Later compilers look for processors only on request. */
    private static final String WITH_PROCESSORS = Runtime.version().feature() < 23 ? "-nowarn" : "-proc:full";

    @TempDir
    private Path place;

    private Path sources = Path.of("");
    private Path classes = Path.of("");
    private Path index = Path.of("");

    @BeforeEach
    void writeAndCompile() throws IOException {
        sources = Files.createDirectories(place.resolve("sources"));
        classes = place.resolve("classes");
        index = classes.resolve(ClassIndex.FILE);
        write("First", "", "table a");
        write("Second", "\"First\"", "table b");
        write("Third", "\"Second\"", "table c");
        compile();
    }

    private Path write(String name, String parents, String message) throws IOException {
        return Files.writeString(sources.resolve(name + ".java"), """
                package shop.migrations;

                import dev.migrate.migration.Migration;
                import dev.migrate.migration.Revision;
                import dev.migrate.operation.Operations;
                import dev.migrate.schema.ColumnType;

                @Revision(id = "%1$s", parents = {%2$s}, message = "%3$s")
                final class %1$s implements Migration {
                    @Override
                    public void up(Operations op) {
                        op.createTable("%1$s", table -> table.column("id", ColumnType.bigint()));
                    }
                }
                """.formatted(name, parents, message));
    }

    /** The processor is found on the class path; since JDK 23, processing must be enabled. */
    private void compile() throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            compile(WITH_PROCESSORS, files.sorted().toList());
        }
    }

    private void compile(String option, List<Path> files) {
        List<String> arguments = new ArrayList<>(
                List.of(option, "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status =
                ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(status).as(output::toString).isZero();
    }

    /** Compiles with given processors only. */
    private void compile(Processor... processors) throws IOException {
        JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Stream<Path> found = Files.list(sources)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjectsFromPaths(found.toList()));
            task.setProcessors(List.of(processors));
            assertThat(task.call()).isTrue();
        }
    }

    private Path jar() throws IOException {
        Path jar = place.resolve("shop.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
        }
        return jar;
    }

    private List<String> messages(Path root) throws IOException {
        try (RecordingLoader loader = new RecordingLoader(root)) {
            List<String> messages = ScannedPackages.require(PACKAGE, loader).all().stream()
                    .map(each -> each.revision().message())
                    .toList();
            assertThat(loader.loaded).isEmpty();
            return messages;
        }
    }

    /** A wrong message in the index shows whether the index is used. */
    private void falsify() throws IOException {
        FileTime time = Files.getLastModifiedTime(index);
        Files.writeString(index, Files.readString(index).replace("=table", "=index"));
        Files.setLastModifiedTime(index, time);
    }

    /** A class loader that lists the migrations that it has loaded. */
    private static final class RecordingLoader extends URLClassLoader {

        private final Set<String> loaded = new TreeSet<>();

        RecordingLoader(Path root) throws IOException {
            super(new URL[] {root.toUri().toURL()}, MigrationIndexTest.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(found.getSimpleName());
            return found;
        }
    }

    @Test
    void classFilesInFoldersAreNotRead() throws IOException {
        falsify();

        assertThat(messages(classes)).containsExactly("index a", "index b", "index c");
    }

    @Test
    void classFilesInJarsAreNotRead() throws IOException {
        falsify();

        assertThat(messages(jar())).containsExactly("index a", "index b", "index c");
    }

    @Test
    void anIndexWithAnotherFormatIsIgnored() throws IOException {
        falsify();
        Files.writeString(index, Files.readString(index).replaceFirst("migrate 1", "migrate 99"));

        assertThat(messages(jar())).containsExactly("table a", "table b", "table c");
    }

    @Test
    void aClassThatWasCompiledWithoutTheProcessorIsReadFromItsFile() throws IOException {
        falsify();
        compile(
                "-proc:none",
                List.of(write("Second", "\"First\"", "another b"), write("Fourth", "\"Third\"", "table d")));

        List<String> expected = List.of("index a", "table d", "another b", "index c");
        assertThat(messages(classes)).isEqualTo(expected);
        assertThat(messages(jar())).isEqualTo(expected);
    }

    @Test
    void aClassThatNoLongerExistsIsIgnored() throws IOException {
        Files.delete(classes.resolve("shop/migrations/Third.class"));

        assertThat(messages(classes)).containsExactly("table a", "table b");
        assertThat(messages(jar())).containsExactly("table a", "table b");
    }

    @Test
    void theClassesOfAnIncrementalCompilationReplaceTheirEntries() throws IOException {
        Files.delete(classes.resolve("shop/migrations/Third.class"));
        compile(WITH_PROCESSORS, List.of(write("Second", "\"First\"", "another b")));

        try (ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(index))) {
            assertThat(ClassIndex.read(in).classNames())
                    .containsExactlyInAnyOrder("shop.migrations.First", "shop.migrations.Second");
        }
        falsify();
        assertThat(messages(classes)).containsExactly("index a", "another b");
    }

    @Test
    void theIndexDependsOnTheClassesOnly() throws IOException {
        String first = Files.readString(index);
        Files.delete(index);
        compile();

        assertThat(Files.readString(index)).isEqualTo(first);
    }

    @Test
    void migrationsWithSpecialCharactersAndNestedOnesAreIndexed() throws IOException {
        Files.writeString(sources.resolve("All.java"), """
                package shop.migrations;

                import dev.migrate.migration.Migration;
                import dev.migrate.migration.Revision;
                import dev.migrate.operation.Operations;

                class All {
                    @Revision(id = "x", labels = {"left", "right"}, dependsOn = "Third", message = "täglich \\\\n\\n\\r + 每日")
                    static class Nested implements Migration {
                        @Override
                        public void up(Operations op) {}
                    }
                }
                """);
        List<LoadedMigration> expected;
        compile();
        byte[] content = Files.readAllBytes(index);
        Files.delete(index);
        try (RecordingLoader loader = new RecordingLoader(classes)) {
            expected = ScannedPackages.require(PACKAGE, loader).all();
        }
        Files.write(index, content);

        try (RecordingLoader loader = new RecordingLoader(classes)) {
            assertThat(ScannedPackages.require(PACKAGE, loader).all())
                    .extracting(LoadedMigration::revision)
                    .isEqualTo(expected.stream().map(LoadedMigration::revision).toList())
                    .hasSize(4);
            assertThat(ScannedPackages.require(PACKAGE, loader).all().get(0).migration())
                    .isNotNull();
        }
    }

    /** Its time is wrong, for instance because a tool has set it. */
    @Test
    void anUnnoticedChangeFailsBeforeTheMigrationRuns() throws IOException {
        falsify();
        try (RecordingLoader loader = new RecordingLoader(classes)) {
            LoadedMigration first =
                    ScannedPackages.require(PACKAGE, loader).all().get(0);

            assertThatThrownBy(first::migration)
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContaining("shop.migrations.First")
                    .hasMessageContaining("table a")
                    .hasMessageContaining("index a")
                    .hasMessageContaining("Compile the migrations again");
        }
    }

    @Test
    void aClassLoaderIsSearchedAgainOnlyAfterAChange() throws IOException {
        for (Path root : List.of(classes, jar())) {
            try (RecordingLoader loader = new RecordingLoader(root)) {
                MigrationSet first = ScannedPackages.require(PACKAGE, loader);
                MigrationSet second = ScannedPackages.require(PACKAGE, loader);

                assertThat(second.graph()).isSameAs(first.graph());
                assertThat(second.get("First").migration())
                        .isNotSameAs(first.get("First").migration())
                        .isSameAs(second.get("First").migration());
            }
        }
        try (RecordingLoader loader = new RecordingLoader(classes)) {
            ScannedPackages.require(PACKAGE, loader);
            compile("-proc:none", List.of(write("Fourth", "\"Third\"", "table d")));
            assertThat(ScannedPackages.require(PACKAGE, loader).all()).hasSize(4);

            compile(WITH_PROCESSORS, List.of(write("Fourth", "\"Third\"", "another table")));
            assertThat(ScannedPackages.require(PACKAGE, loader)
                            .get("Fourth")
                            .revision()
                            .message())
                    .isEqualTo("another table");
        }
    }

    @DatabaseTest(one = true)
    void onlyTheMigrationsThatRunAreLoaded(TestDatabase database) throws IOException {
        for (Path root : List.of(classes, jar())) {
            try (RecordingLoader loader = new RecordingLoader(root)) {
                Migrator migrator = Migrator.builder()
                        .dataSource(database.dataSource())
                        .versionTable("versions_" + (root.equals(classes) ? "a" : "b"))
                        .scan(PACKAGE, loader)
                        .build();
                migrator.stamp("First");
                assertThat(loader.loaded).isEmpty();

                migrator.upgrade("Second");
                assertThat(loader.loaded).containsExactly("Second");

                migrator.downgrade("First");
            }
            try (RecordingLoader loader = new RecordingLoader(root)) {
                Migrator migrator = Migrator.builder()
                        .dataSource(database.dataSource())
                        .versionTable("versions_" + (root.equals(classes) ? "a" : "b"))
                        .scan(PACKAGE, loader)
                        .build();
                migrator.upgrade("First");
                assertThat(loader.loaded).isEmpty();
            }
        }
    }

    /** Counts the migrations. */
    private static final class CountingProcessor extends AbstractProcessor {

        private int count;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (TypeElement each : annotations) {
                count += each.getSimpleName().contentEquals("Revision")
                        ? round.getElementsAnnotatedWith(each).size()
                        : 0;
            }
            return false;
        }
    }

    @Test
    void otherProcessorsGetTheAnnotations() throws IOException {
        Files.delete(index);
        CountingProcessor other = new CountingProcessor();

        compile(new MigrationIndexer(), other);

        assertThat(other.count).isEqualTo(3);
        assertThat(index).exists();
    }

    /** As build tools pass it to incremental processors. */
    private record WrappedEnvironment(ProcessingEnvironment delegate) implements ProcessingEnvironment {

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    private static Processor wrapped(MigrationIndexer indexer, boolean isHidden) {
        return new AbstractProcessor() {
            @Override
            public synchronized void init(ProcessingEnvironment environment) {
                super.init(environment);
                ProcessingEnvironment wrapped = new WrappedEnvironment(environment);
                indexer.init(isHidden ? hidden(wrapped) : wrapped);
            }

            @Override
            public Set<String> getSupportedAnnotationTypes() {
                return indexer.getSupportedAnnotationTypes();
            }

            @Override
            public SourceVersion getSupportedSourceVersion() {
                return indexer.getSupportedSourceVersion();
            }

            @Override
            public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                indexer.process(annotations, round);
                return false;
            }
        };
    }

    /** A proxy, as of another compiler. */
    private static ProcessingEnvironment hidden(ProcessingEnvironment environment) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                MigrationIndexTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> method.invoke(environment, arguments));
    }

    @Test
    void theIndexIsWrittenInAWrappedEnvironment() throws IOException {
        String content = Files.readString(index);
        Files.delete(index);

        compile(wrapped(new MigrationIndexer(), false));

        assertThat(Files.readString(index)).isEqualTo(content);
    }

    @Test
    void anotherCompilerCompilesWithoutAnIndex() throws IOException {
        Files.delete(index);

        compile(wrapped(new MigrationIndexer(), true));

        assertThat(index).doesNotExist();
        assertThat(messages(classes)).containsExactly("table a", "table b", "table c");
    }

    @Test
    void nothingIsWrittenWithoutMigrations() throws IOException {
        Path other = Files.writeString(place.resolve("Other.java"), "@Deprecated class Other {}");
        classes = Files.createDirectories(place.resolve("others"));

        compile(WITH_PROCESSORS, List.of(other));

        try (Stream<Path> files = Files.list(classes)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("Other.class");
        }
    }

    @Test
    void buildToolsFindTheProcessor() {
        assertThat(List.of(
                        "META-INF/services/javax.annotation.processing.Processor",
                        "META-INF/gradle/incremental.annotation.processors"))
                .allSatisfy(name -> {
                    try (InputStream in = Objects.requireNonNull(Migrator.class.getResourceAsStream("/" + name))) {
                        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                .startsWith(MigrationIndexer.class.getName());
                    }
                });
    }
}
