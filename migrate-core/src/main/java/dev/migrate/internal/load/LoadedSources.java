package dev.migrate.internal.load;

import java.util.List;
import java.util.Set;

/**
 * What became of a folder of sources. Its classes share one loader, so that a migration and a class beside it see the
 * same. Immutable.
 *
 * @param migrations the migrations, ordered by the names of their classes
 * @param classNames the names of all classes
 * @param loader loads them, each when it is asked for
 */
public record LoadedSources(List<LoadedMigration> migrations, Set<String> classNames, ClassLoader loader) {

    /** Copies the collections. */
    public LoadedSources {
        migrations = List.copyOf(migrations);
        classNames = Set.copyOf(classNames);
    }
}
