package dev.migrate.internal.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The result of loading a folder of sources. All classes share one loader. Immutable.
 *
 * @param migrations the migrations, classes sorted by name before SQL files sorted by path
 * @param classNames the names of all classes
 * @param loader loads the classes, each on first use
 */
public record LoadedSources(List<LoadedMigration> migrations, Set<String> classNames, ClassLoader loader) {

    /** Copies the collections. */
    public LoadedSources {
        migrations = List.copyOf(migrations);
        classNames = Set.copyOf(classNames);
    }

    /** Adds migrations. */
    LoadedSources with(List<LoadedMigration> added) {
        List<LoadedMigration> all = new ArrayList<>(migrations);
        all.addAll(added);
        return new LoadedSources(all, classNames, loader);
    }
}
