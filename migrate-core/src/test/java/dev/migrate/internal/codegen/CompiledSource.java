package dev.migrate.internal.codegen;

import dev.migrate.migration.Migration;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A migration that was compiled in memory without warnings, and loaded. */
final class CompiledSource {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Kept open, because it caches the class path. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final Migration migration;

    private CompiledSource(Migration migration) {
        this.migration = migration;
    }

    /** Compiles a source; the diagnostics of the compiler are the message of the error. */
    static CompiledSource of(String className, String source) {
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        StringWriter said = new StringWriter();
        boolean isCompiled = COMPILER.getTask(
                        said,
                        new InMemory(FILES, classes),
                        null,
                        List.of("-Xlint:all", "-Werror", "-proc:none"),
                        null,
                        List.of(new Source(className, source)))
                .call();
        if (!isCompiled) {
            throw new AssertionError(said + "\n" + source);
        }
        return new CompiledSource(instance(className, classes));
    }

    private static Migration instance(String className, Map<String, ByteArrayOutputStream> classes) {
        ClassLoader loader = new ClassLoader(CompiledSource.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
        try {
            return (Migration)
                    loader.loadClass(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className, e);
        }
    }

    Migration migration() {
        return migration;
    }

    List<Operation> up() {
        return Operations.recordedBy(migration::up);
    }

    List<Operation> down() {
        return Operations.recordedBy(migration::down);
    }

    /** A source without a file. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }
    }

    /** Keeps classes in memory. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
