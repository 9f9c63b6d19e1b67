package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.migration.Migration;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
     * @param parent the class loader of the classes that they use
     * @return the classes by name
     * @throws InvalidMigrationException if there is no compiler, or a file does not compile
     */
    static Map<String, ByteBuffer> compile(List<SourceFile> files, ClassLoader parent) {
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
                new Output(compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8))) {
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

    /** Keeps the classes in memory. */
    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, CompiledClass> compiled = new TreeMap<>();

        Output(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return compiled.computeIfAbsent(className, CompiledClass::new);
        }

        Map<String, ByteBuffer> classes() {
            Map<String, ByteBuffer> classes = new TreeMap<>();
            compiled.forEach((name, output) -> classes.put(name, ByteBuffer.wrap(output.bytes.toByteArray())));
            return classes;
        }
    }

    private static final class CompiledClass extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        CompiledClass(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
