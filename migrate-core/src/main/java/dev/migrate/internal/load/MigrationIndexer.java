package dev.migrate.internal.load;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.migrate.internal.classpath.ClassIndex;
import dev.migrate.migration.Revision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The annotation processor that writes a {@link ClassIndex} of the migrations. The index is written when the compiler
 * has written all classes, so that it is newer than they are and contains their checksums. It has the classes of this
 * compilation, and those of the previous index that still exist. Nothing fails if there is no index. Not thread-safe.
 */
public final class MigrationIndexer extends AbstractProcessor {

    private final Set<String> classNames = new TreeSet<>();
    private final List<Element> origins = new ArrayList<>();

    /** Creates the processor, for the compiler. */
    public MigrationIndexer() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Revision.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** The annotation is not claimed, so that other processors can use it. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(this::add);
        }
        if (round.processingOver() && !round.errorRaised() && !classNames.isEmpty()) {
            taskOf(processingEnv).ifPresent(this::prepare);
        }
        return false;
    }

    private void add(Element element) {
        if (element instanceof TypeElement type) {
            classNames.add(processingEnv.getElementUtils().getBinaryName(type).toString());
            origins.add(type);
        }
    }

    /**
     * Returns the task of the compiler, or empty if it is another compiler. Build tools wrap the environment of an
     * incremental processor.
     */
    private static Optional<JavacTask> taskOf(ProcessingEnvironment environment) {
        try {
            return Optional.of(JavacTask.instance(environment));
        } catch (IllegalArgumentException e) {
            return wrapped(environment).flatMap(MigrationIndexer::taskOf);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> wrapped(ProcessingEnvironment environment) {
        for (Field field : environment.getClass().getDeclaredFields()) {
            if (ProcessingEnvironment.class.isAssignableFrom(field.getType())) {
                try {
                    field.setAccessible(true);
                    return Optional.ofNullable((ProcessingEnvironment) field.get(environment));
                } catch (ReflectiveOperationException | RuntimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The file is created before the last round ends, which is when the compiler permits it, and written later. */
    private void prepare(JavacTask task) {
        try {
            classNames.addAll(previous().classNames());
            FileObject file = processingEnv
                    .getFiler()
                    .createResource(
                            StandardLocation.CLASS_OUTPUT, "", ClassIndex.FILE, origins.toArray(Element[]::new));
            task.addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
                        write(file);
                    }
                }
            });
        } catch (IOException | RuntimeException e) {
            report(e);
        }
    }

    private ClassIndex previous() throws IOException {
        Optional<byte[]> content = output("", ClassIndex.FILE);
        return content.isPresent() ? ClassIndex.read(new ByteArrayInputStream(content.get())) : ClassIndex.empty();
    }

    private void write(FileObject file) {
        try {
            byte[] index = ClassIndex.of(classFiles()).toBytes();
            try (OutputStream out = file.openOutputStream()) {
                out.write(index);
            }
        } catch (IOException | RuntimeException e) {
            report(e);
        }
    }

    private Collection<byte[]> classFiles() {
        List<byte[]> files = new ArrayList<>();
        for (String name : classNames) {
            int dot = name.lastIndexOf('.');
            output(name.substring(0, Math.max(0, dot)), name.substring(dot + 1) + ".class")
                    .ifPresent(files::add);
        }
        return files;
    }

    /** The content of a file in the folder of the classes, or empty if there is none. */
    private Optional<byte[]> output(String packageName, String name) {
        try (InputStream in = processingEnv
                .getFiler()
                .getResource(StandardLocation.CLASS_OUTPUT, packageName, name)
                .openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** No warning, which may be an error for the compiler. */
    private void report(Exception e) {
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.NOTE,
                        "There is no index of the migrations, so they are loaded more slowly: " + e);
    }
}
