package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.migration.Migration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles sources in memory with the compiler of the JDK. Stateless. */
final class SourceCompiler {

    private static final int MOST_ERRORS = 5;

    private SourceCompiler() {}

    /**
     * Compiles files together.
     *
     * @param files the files
     * @param compiled the classes of other files that they use
     * @param parent the class loader of the other classes that they use
     * @return the classes by name
     * @throws InvalidMigrationException if there is no compiler, or a file does not compile
     */
    static Map<String, CompiledClass> compile(
            List<SourceFile> files, Map<String, CompiledClass> compiled, ClassLoader parent) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "Migrations in source form require a JDK, but this Java runtime has no compiler: "
                            + System.getProperty("java.home") + ".",
                    "Use a JDK, or compile the migrations and use their classes.",
                    null);
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (Output output =
                new Output(compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8), compiled)) {
            List<String> options = List.of("-proc:none", "-g", "-Xlint:none", "-classpath", classPath(parent));
            List<Input> inputs = files.stream().map(Input::new).toList();
            boolean isCompiled = compiler.getTask(null, output, problems, options, null, inputs)
                    .call();
            if (!isCompiled) {
                throw notCompiled(problems.getDiagnostics());
            }
            return output.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compiler options, which are also an input of the cache. */
    static String classPath(ClassLoader parent) {
        Set<String> entries = new LinkedHashSet<>();
        for (ClassLoader loader = parent; loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    add(entries, url);
                }
            }
        }
        add(entries, Migration.class.getProtectionDomain().getCodeSource().getLocation());
        entries.add(System.getProperty("java.class.path", ""));
        return entries.stream().filter(entry -> !entry.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    private static void add(Set<String> entries, URL url) {
        try {
            if (url.getProtocol().equals("file")) {
                entries.add(Path.of(url.toURI()).toString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static InvalidMigrationException notCompiled(List<Diagnostic<? extends JavaFileObject>> problems) {
        List<String> errors = problems.stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(SourceCompiler::text)
                .toList();
        String more = errors.size() > MOST_ERRORS ? "\n… and " + (errors.size() - MOST_ERRORS) + " more." : "";
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.NOT_LOADED,
                "The migrations do not compile:\n"
                        + errors.stream().limit(MOST_ERRORS).collect(Collectors.joining("\n")) + more,
                "Fix the sources and run again; the database was not changed.",
                null);
    }

    private static String text(Diagnostic<? extends JavaFileObject> problem) {
        String message = problem.getMessage(Locale.ROOT);
        return problem.getSource() instanceof Input input
                ? input.file.path() + ":" + problem.getLineNumber() + ": " + message + "\n    "
                        + input.file.line(problem.getLineNumber())
                : message;
    }

    private static final class Input extends SimpleJavaFileObject {

        private final SourceFile file;
        private final String text;

        Input(SourceFile file) {
            super(file.path().toAbsolutePath().toUri(), Kind.SOURCE);
            this.file = file;
            // Not in the compiler, which would wrap the exception.
            this.text = file.text();
        }

        @Override
        public String getCharContent(boolean ignoresEncodingErrors) {
            return text;
        }
    }

    /** Keeps the classes in memory, and adds those of other files to the class path. */
    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, CompiledClass> other;
        private final Map<String, OutputClass> written = new TreeMap<>();

        Output(JavaFileManager standard, Map<String, CompiledClass> other) {
            super(standard);
            this.other = other;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean isRecursive)
                throws IOException {
            Iterable<JavaFileObject> found = super.list(location, packageName, kinds, isRecursive);
            if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
                return found;
            }
            List<JavaFileObject> all = new ArrayList<>();
            other.forEach((name, compiled) -> {
                if (name.substring(0, Math.max(0, name.lastIndexOf('.'))).equals(packageName)) {
                    all.add(new InputClass(name, compiled));
                }
            });
            found.forEach(all::add);
            return all;
        }

        @Override
        public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof InputClass input ? input.className : super.inferBinaryName(location, file);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return written.computeIfAbsent(className, name -> new OutputClass(name, sibling));
        }

        Map<String, CompiledClass> classes() {
            Map<String, CompiledClass> classes = new TreeMap<>();
            written.forEach((name, output) -> classes.put(name, output.compiled()));
            return classes;
        }
    }

    private static URI uriOf(String className) {
        return URI.create("memory:///" + className.replace('.', '/') + JavaFileObject.Kind.CLASS.extension);
    }

    private static final class InputClass extends SimpleJavaFileObject {

        private final String className;
        private final CompiledClass compiled;

        InputClass(String className, CompiledClass compiled) {
            super(uriOf(className), Kind.CLASS);
            this.className = className;
            this.compiled = compiled;
        }

        @Override
        public InputStream openInputStream() {
            byte[] bytes = new byte[compiled.bytes().remaining()];
            compiled.bytes().duplicate().get(bytes);
            return new ByteArrayInputStream(bytes);
        }
    }

    private static final class OutputClass extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String source;

        OutputClass(String className, @Nullable FileObject source) {
            super(uriOf(className), Kind.CLASS);
            this.source = source instanceof Input input ? input.file.name() : "";
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        CompiledClass compiled() {
            return new CompiledClass(source, ByteBuffer.wrap(bytes.toByteArray()));
        }
    }
}
