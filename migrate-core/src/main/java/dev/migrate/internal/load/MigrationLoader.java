package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.revision.RevisionNode;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates migrations from the instances, classes and packages of an application. Stateless. */
public final class MigrationLoader {

    private MigrationLoader() {}

    /**
     * Reads the revision of a migration from the annotation of its class.
     *
     * @param migration the migration
     * @return the migration with its revision
     * @throws InvalidMigrationException if its class has no {@link Revision}
     */
    public static LoadedMigration load(Migration migration) {
        return LoadedMigration.of(placeOf(migration.getClass()), migration);
    }

    /** Whether a class is meant as a migration; it may still be invalid. */
    static boolean isMigration(Class<?> type) {
        return type.isAnnotationPresent(Revision.class)
                || (Migration.class.isAssignableFrom(type)
                        && !type.isInterface()
                        && !Modifier.isAbstract(type.getModifiers()));
    }

    static RevisionNode placeOf(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "Migration " + type.getName() + " has no @Revision, so its place in the history is unknown.",
                    "Annotate the class with @Revision(id = ..., parents = ...).",
                    null);
        }
        return new RevisionNode(
                revision.id(),
                List.of(revision.parents()),
                List.of(revision.labels()),
                List.of(revision.dependsOn()),
                revision.message());
    }

    /**
     * Instantiates a class with its constructor without parameters.
     *
     * @param type the class
     * @return the migration with its revision
     * @throws InvalidMigrationException if the class is not a migration, has no such constructor, or the constructor
     *     throws
     */
    public static LoadedMigration load(Class<?> type) {
        if (!Migration.class.isAssignableFrom(type)) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    type.getName() + " is not a migration.",
                    "Implement " + Migration.class.getName() + ", or remove the class.",
                    null);
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            throw notInstantiated(type, "it is abstract", null);
        }
        return load((Migration) instanceOf(type));
    }

    /**
     * Finds the migrations of a package and its subpackages: every class with a {@link Revision}, and every other
     * instantiable class that implements {@link Migration}.
     *
     * @param packageName the package
     * @param classLoader where to look
     * @return the migrations, sorted by class name
     * @throws InvalidMigrationException if there is none, or if one of them is not usable
     */
    public static List<LoadedMigration> scan(String packageName, ClassLoader classLoader) {
        List<LoadedMigration> found = find(packageName, classLoader);
        if (found.isEmpty()) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "There is no migration in package " + packageName + " or its subpackages.",
                    "Check the name of the package and that its classes are on the class path.",
                    null);
        }
        return found;
    }

    /**
     * Finds the migrations of a package and its subpackages; there may be none.
     *
     * @param packageName the package
     * @param classLoader where to look
     * @return the migrations, sorted by class name
     * @throws InvalidMigrationException if one of them is not usable
     */
    public static List<LoadedMigration> find(String packageName, ClassLoader classLoader) {
        List<Class<?>> types;
        try (ScanResult scan = new ClassGraph()
                .overrideClassLoaders(classLoader)
                .acceptPackages(packageName)
                .enableClassInfo()
                .enableAnnotationInfo()
                .ignoreClassVisibility()
                .scan()) {
            types = scan
                    .getClassesWithAnnotation(Revision.class)
                    .union(scan.getClassesImplementing(Migration.class)
                            .filter(info -> !info.isAbstract() && !info.isInterface()))
                    .stream()
                    .map(info -> info.loadClass())
                    .<Class<?>>map(type -> type)
                    .toList();
        }
        return types.stream().map(MigrationLoader::load).toList();
    }

    private static Object instanceOf(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw notInstantiated(type, "it has no constructor without parameters", e);
        } catch (InvocationTargetException e) {
            throw notInstantiated(type, "its constructor threw " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw notInstantiated(type, "its constructor is not accessible (" + e.getMessage() + ")", e);
        }
    }

    private static InvalidMigrationException notInstantiated(Class<?> type, String why, @Nullable Throwable cause) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.NOT_LOADED,
                "Migration " + type.getName() + " cannot be instantiated: " + why + ".",
                "Add a constructor without parameters (in a module, open its package to dev.migrate),"
                        + " or pass an instance.",
                cause);
    }
}
