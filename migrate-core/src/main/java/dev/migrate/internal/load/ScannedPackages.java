package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.load.MigrationSet.Declared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds the migrations of packages. What a class loader finds is kept as long as the jars, the folders, the SQL files and
 * the indexes of its classes are unchanged and memory suffices, so that a second migrator for the same package is created
 * quickly. Only texts are kept, no classes. Stateless otherwise; thread-safe.
 */
public final class ScannedPackages {

    /** By class loader and package. */
    private static final Map<ClassLoader, ConcurrentMap<String, SoftReference<Kept>>> FOUND =
            Collections.synchronizedMap(new WeakHashMap<>());

    private ScannedPackages() {}

    /** The migrations of a package, with the times of the files that were searched before the search. */
    private record Kept(Declared declared, Map<Path, FileTime> times) {

        boolean isCurrent() {
            for (Map.Entry<Path, FileTime> each : times.entrySet()) {
                try {
                    if (!Files.getLastModifiedTime(each.getKey()).equals(each.getValue())) {
                        return false;
                    }
                } catch (IOException e) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Finds the migrations of a package and its subpackages.
     *
     * @param packageName the package
     * @param classLoader where to look
     * @throws InvalidMigrationException if there is none, or if one of them is not usable
     */
    public static MigrationSet require(String packageName, ClassLoader classLoader) {
        MigrationSet found = find(packageName, classLoader);
        if (found.isEmpty()) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "There is no migration in package " + packageName + " or its subpackages.",
                    "Check the name of the package and that its classes or SQL files are on the class path.",
                    null);
        }
        return found;
    }

    /**
     * Finds the migrations of a package and its subpackages; there may be none.
     *
     * @param packageName the package
     * @param classLoader where to look
     * @throws InvalidMigrationException if one of them is not usable
     */
    public static MigrationSet find(String packageName, ClassLoader classLoader) {
        ConcurrentMap<String, SoftReference<Kept>> ofLoader =
                FOUND.computeIfAbsent(classLoader, loader -> new ConcurrentHashMap<>());
        SoftReference<Kept> reference = ofLoader.get(packageName);
        Kept kept = reference == null ? null : reference.get();
        if (kept != null && kept.isCurrent()) {
            Declared declared = kept.declared();
            return new MigrationSet(declared, position -> declared.lazy(position, classLoader));
        }
        Map<Path, FileTime> times = new HashMap<>();
        List<LoadedMigration> found =
                MigrationLoader.find(packageName, classLoader, place -> times.put(place, timeOf(place)));
        MigrationSet set = MigrationSet.of(found);
        if (!found.isEmpty() && found.stream().allMatch(ScannedPackages::isKept)) {
            ofLoader.put(packageName, new SoftReference<>(new Kept(set.declared(), times)));
        }
        return set;
    }

    private static boolean isKept(LoadedMigration migration) {
        return migration.source() instanceof LazyMigration || migration.source() instanceof SqlMigration;
    }

    private static FileTime timeOf(Path place) {
        try {
            return Files.getLastModifiedTime(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
