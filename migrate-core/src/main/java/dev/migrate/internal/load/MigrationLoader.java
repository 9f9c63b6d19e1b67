package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.classpath.ClassFile;
import dev.migrate.internal.classpath.PackageScanner;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.revision.RevisionNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates migrations from the instances, classes and packages of an application. Stateless. */
public final class MigrationLoader {

    private static final String REVISION = Revision.class.getName();
    private static final String MIGRATION = Migration.class.getName();

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
     * Returns the revision of a class.
     *
     * @throws InvalidMigrationException if the class is not a migration, or has no constructor without parameters or no
     *     revision
     */
    static RevisionNode usable(Class<?> type) {
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
        constructorOf(type);
        return placeOf(type);
    }

    /** Returns a migration that is instantiated when it runs. */
    static LoadedMigration lazy(Class<?> type) {
        return new LoadedMigration(usable(type), type.getName(), new LazyMigration(() -> instanceOf(type)));
    }

    /**
     * Instantiates a class with its constructor without parameters.
     *
     * @param type the class
     * @return the migration with its revision
     * @throws InvalidMigrationException if the class is not usable, or its constructor throws
     */
    static LoadedMigration load(Class<?> type) {
        usable(type);
        return load(instanceOf(type));
    }

    /**
     * Finds the migrations of a package and its subpackages: every class with a {@link Revision}, every other
     * instantiable class that implements {@link Migration}, and every SQL file with the header of a migration. A class is loaded when its migration runs, or now if its
     * file does not show that it is usable.
     *
     * @param packageName the package
     * @param classLoader where to look
     * @param searched gets the folders and jars that are searched, each before it is read
     * @return the migrations, classes sorted by name before SQL files sorted by path; there may be none
     * @throws InvalidMigrationException if one of them is not usable
     */
    static List<LoadedMigration> find(String packageName, ClassLoader classLoader, Consumer<Path> searched) {
        PackageScanner.Contents contents = contents(packageName, classLoader, searched);
        List<LoadedMigration> migrations = new ArrayList<>(inClasses(contents.classes(), classLoader));
        contents.scripts().forEach((name, text) -> SqlFile.read(name, text).ifPresent(migrations::add));
        return migrations;
    }

    private static List<LoadedMigration> inClasses(SortedMap<String, ClassFile> classes, ClassLoader classLoader) {
        List<LoadedMigration> migrations = new ArrayList<>();
        for (ClassFile file : classes.values()) {
            if (isMigration(file, classes)) {
                migrations.add(
                        isUsable(file, classes)
                                ? lazy(placeOf(file), file.name(), classLoader)
                                : load(loadClass(file.name(), classLoader)));
            }
        }
        return migrations;
    }

    private static PackageScanner.Contents contents(
            String packageName, ClassLoader classLoader, Consumer<Path> searched) {
        try {
            return PackageScanner.contents(packageName, classLoader, searched);
        } catch (IOException e) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The classes of package " + packageName + " cannot be read: " + e.getMessage() + ".",
                    "Fix the class path, or pass the classes of the migrations.",
                    e);
        }
    }

    /** As for loaded classes, except that only supertypes within the package are considered. */
    private static boolean isMigration(ClassFile file, Map<String, ClassFile> classes) {
        return file.annotations().containsKey(REVISION) || (file.isConcrete() && implementsMigration(file, classes));
    }

    private static boolean implementsMigration(ClassFile file, Map<String, ClassFile> classes) {
        if (file.interfaces().contains(MIGRATION)) {
            return true;
        }
        for (String supertype : file.supertypes()) {
            ClassFile declared = classes.get(supertype);
            if (declared != null && implementsMigration(declared, classes)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the files alone show that the migration is usable, so that its class need not be loaded yet. */
    private static boolean isUsable(ClassFile file, Map<String, ClassFile> classes) {
        return file.annotations().containsKey(REVISION)
                && file.isConcrete()
                && file.hasDefaultConstructor()
                && implementsMigration(file, classes);
    }

    private static RevisionNode placeOf(ClassFile file) {
        Map<String, List<String>> revision =
                Objects.requireNonNull(file.annotations().get(REVISION));
        return new RevisionNode(
                only(revision, "id"),
                revision.getOrDefault("parents", List.of()),
                revision.getOrDefault("labels", List.of()),
                revision.getOrDefault("dependsOn", List.of()),
                only(revision, "message"));
    }

    static LoadedMigration lazy(RevisionNode place, String className, ClassLoader classLoader) {
        return new LoadedMigration(
                place, className, new LazyMigration(() -> loadAs(place, loadClass(className, classLoader))));
    }

    /** The class loader may find another file than the one that was read, or an index may be older than it seems. */
    private static Migration loadAs(RevisionNode place, Class<?> type) {
        LoadedMigration loaded = load(type);
        if (!loaded.revision().equals(place)) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "Class " + type.getName() + " declares " + loaded.revision() + ", but was found as " + place + ".",
                    "Compile the migrations again; the database was not changed.",
                    null);
        }
        return loaded.migration();
    }

    private static String only(Map<String, List<String>> revision, String element) {
        List<String> values = revision.getOrDefault(element, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    static Class<?> loadClass(String name, ClassLoader classLoader) {
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "Class " + name + " of the migrations cannot be loaded: " + e + ".",
                    "Check that the classes that it uses are on the class path.",
                    e);
        }
    }

    private static Constructor<?> constructorOf(Class<?> type) {
        try {
            return type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw notInstantiated(type, "it has no constructor without parameters", e);
        }
    }

    private static Migration instanceOf(Class<?> type) {
        Constructor<?> constructor = constructorOf(type);
        try {
            constructor.setAccessible(true);
            return (Migration) constructor.newInstance();
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
