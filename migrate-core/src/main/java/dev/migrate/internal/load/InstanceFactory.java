package dev.migrate.internal.load;

import dev.migrate.error.SourceException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Instantiates classes by name. Stateless. */
public final class InstanceFactory {

    private InstanceFactory() {}

    /**
     * Instantiates a class, with its constructor without parameters.
     *
     * @param className the name of the class, with its package
     * @param type the required type
     * @param classLoader where the class is looked up first
     * @param sources where the class is looked up next
     * @param <T> the required type
     * @return the instance
     * @throws SourceException if there is no such class, it has another type, or it cannot be instantiated
     */
    public static <T> T of(String className, Class<T> type, ClassLoader classLoader, List<LoadedSources> sources) {
        ClassLoader loader = sources.stream()
                .filter(folder -> folder.classNames().contains(className))
                .map(LoadedSources::loader)
                .findFirst()
                .orElse(classLoader);
        Class<?> found = load(className, loader, sources);
        if (!type.isAssignableFrom(found)) {
            throw unusable(className, "it does not implement " + type.getName(), null);
        }
        try {
            Constructor<?> constructor = found.getDeclaredConstructor();
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance());
        } catch (NoSuchMethodException e) {
            throw unusable(className, "it has no constructor without parameters", e);
        } catch (InvocationTargetException e) {
            throw unusable(className, "its constructor threw " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw unusable(className, e.toString(), e);
        }
    }

    private static Class<?> load(String className, ClassLoader loader, List<LoadedSources> sources) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            String meant = sources.stream()
                    .flatMap(folder -> folder.classNames().stream())
                    .filter(name -> simple(name).equals(simple(className)))
                    .sorted()
                    .map(name -> " Did you mean " + name + "?")
                    .collect(Collectors.joining());
            throw new SourceException(
                    SourceException.Reason.CLASS_NOT_USABLE,
                    "There is no class " + className + ", neither on the class path nor among the sources of the"
                            + " migrations." + meant,
                    "Check its name, which includes the package, and the class path.",
                    e);
        } catch (LinkageError e) {
            throw unusable(className, e.toString(), e);
        }
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static SourceException unusable(String className, String why, @Nullable Throwable cause) {
        return new SourceException(
                SourceException.Reason.CLASS_NOT_USABLE,
                "Class " + className + " cannot be used: " + why + ".",
                "Fix it and run again; the database was not changed.",
                cause);
    }
}
