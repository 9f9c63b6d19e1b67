package dev.migrate.load;

import dev.migrate.error.InvalidMigrationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes migrations out of folders of Java sources. Stateless. */
public final class SourceLoader {

    private SourceLoader() {}

    /**
     * Compiles the sources of a folder in memory, or takes what was compiled of them before, and finds the migrations
     * among the classes.
     *
     * @param folder the folder; those below it count as well
     * @param parent whose classes the sources may use
     * @return the migrations, and the other classes
     * @throws InvalidMigrationException if the folder does not exist, a source does not compile, or a migration is not
     *     usable
     */
    public static LoadedSources load(Path folder, ClassLoader parent) {
        return load(folder, parent, SourceCache.defaultDirectory());
    }

    static LoadedSources load(Path folder, ClassLoader parent, Path caches) {
        List<SourceFile> files = SourceFile.in(folder);
        if (files.isEmpty()) {
            return new CompiledSources(Map.of(), Map.of()).load(parent);
        }
        SourceCache cache = new SourceCache(caches, folder, files, SourceCompiler.classPath(parent));
        return cache.find().orElseGet(() -> compiled(files, parent, cache)).load(parent);
    }

    private static CompiledSources compiled(List<SourceFile> files, ClassLoader parent, SourceCache cache) {
        CompiledSources sources = CompiledSources.of(SourceCompiler.compile(files, parent), parent);
        cache.keep(sources);
        return sources;
    }
}
