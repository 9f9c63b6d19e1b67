package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads migrations from folders of Java sources and SQL files. Stateless. */
public final class SourceLoader {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoader.class);

    private SourceLoader() {}

    /**
     * Compiles the Java sources of a folder in memory, or uses the cached classes, and finds the migrations among the
     * classes and the SQL files.
     *
     * @param folder the folder; subfolders are included
     * @param parent the class loader of the classes that the sources use
     * @return the migrations, and the other classes
     * @throws InvalidMigrationException if the folder does not exist, a source does not compile, or a migration is not
     *     usable
     */
    public static LoadedSources load(Path folder, ClassLoader parent) {
        return load(folder, parent, SourceCache.defaultDirectory());
    }

    static LoadedSources load(Path folder, ClassLoader parent, Path caches) {
        return compiled(folder, parent, caches).with(scripts(folder));
    }

    private static List<LoadedMigration> scripts(Path folder) {
        return SourceFile.in(folder, SqlFile.SUFFIX).stream()
                .flatMap(file -> SqlFile.read(file.path().toString(), file.bytes()).stream())
                .toList();
    }

    private static LoadedSources compiled(Path folder, ClassLoader parent, Path caches) {
        List<SourceFile> files = SourceFile.in(folder, SourceFile.JAVA);
        if (files.isEmpty()) {
            return CompiledSources.NONE.load(parent);
        }
        SourceCache cache = new SourceCache(caches, folder, files, SourceCompiler.classPath(parent));
        Optional<CachedSources> cached = cache.find();
        if (cached.isPresent() && cached.get().isOf(files)) {
            return cached.get().compiled().load(parent);
        }
        CompiledSources compiled = compiled(files, cached, parent);
        cache.keep(compiled);
        return compiled.load(parent);
    }

    /**
     * Finds the source file of a migration.
     *
     * @param folders the folders of sources, which need not exist
     * @param migration the name of its class or of its SQL file
     * @return the file that is named after the class and declares its package, or the SQL file; empty if there is none
     */
    public static Optional<Path> fileOf(List<Path> folders, String migration) {
        return migration.endsWith(SqlFile.SUFFIX) ? scriptIn(folders, migration) : sourceOf(folders, migration);
    }

    private static Optional<Path> scriptIn(List<Path> folders, String name) {
        return in(folders, SqlFile.SUFFIX)
                .map(SourceFile::path)
                .filter(path -> path.endsWith(name))
                .findFirst();
    }

    private static Stream<SourceFile> in(List<Path> folders, String suffix) {
        return folders.stream().filter(Files::isDirectory).flatMap(folder -> SourceFile.in(folder, suffix).stream());
    }

    private static Optional<Path> sourceOf(List<Path> folders, String className) {
        int dot = className.lastIndexOf('.');
        String simple = className.substring(dot + 1);
        int nested = simple.indexOf('$');
        String name = (nested < 0 ? simple : simple.substring(0, nested)) + ".java";
        String declaration = dot < 0 ? "" : "package\\s+" + Pattern.quote(className.substring(0, dot)) + "\\s*;";
        Pattern inPackage = Pattern.compile(declaration);
        return in(folders, SourceFile.JAVA)
                .filter(file -> file.path().endsWith(name))
                .filter(file -> inPackage.matcher(file.text()).find())
                .map(SourceFile::path)
                .findFirst();
    }

    /** If something does not compile, all errors are reported. */
    private static CompiledSources compiled(
            List<SourceFile> files, Optional<CachedSources> cached, ClassLoader parent) {
        if (cached.isPresent()) {
            try {
                return new IncrementalCompilation(files, cached.get(), parent).compile();
            } catch (InvalidMigrationException e) {
                LOG.debug("All sources are compiled again, because those that have changed do not compile.", e);
            }
        }
        return CompiledSources.NONE.with(SourceCompiler.compile(files, Map.of(), parent), parent);
    }
}
