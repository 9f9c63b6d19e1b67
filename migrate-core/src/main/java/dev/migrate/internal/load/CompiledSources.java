package dev.migrate.internal.load;

import dev.migrate.migration.Migration;
import dev.migrate.revision.RevisionNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compiled classes, and the revisions of the migrations among them, so that a class is loaded only when its migration
 * runs. Immutable.
 *
 * @param classes the classes by name, in the order of their names
 * @param migrations the revisions of the migrations by class name, in the order of the names
 */
record CompiledSources(Map<String, CompiledClass> classes, Map<String, RevisionNode> migrations) {

    static final CompiledSources NONE = new CompiledSources(Map.of(), Map.of());

    /** Adds classes, and finds the migrations among them. */
    CompiledSources with(Map<String, CompiledClass> added, ClassLoader parent) {
        Map<String, CompiledClass> all = new TreeMap<>(classes);
        all.putAll(added);
        Loader loader = new Loader(all, parent);
        Map<String, RevisionNode> found = new TreeMap<>(migrations);
        for (String name : added.keySet()) {
            Class<?> type = MigrationLoader.loadClass(name, loader);
            if (MigrationLoader.isMigration(type)) {
                found.put(name, MigrationLoader.placeOf(type));
            }
        }
        return new CompiledSources(all, found);
    }

    /** The classes from some sources. */
    CompiledSources from(Set<String> sources) {
        Map<String, CompiledClass> kept = new TreeMap<>(classes);
        kept.values().removeIf(each -> !sources.contains(each.source()));
        Map<String, RevisionNode> left = new TreeMap<>(migrations);
        left.keySet().retainAll(kept.keySet());
        return new CompiledSources(kept, left);
    }

    /** Loads the migrations, each class when it is first used. */
    LoadedSources load(ClassLoader parent) {
        Loader loader = new Loader(classes, parent);
        List<LoadedMigration> loaded = new ArrayList<>();
        migrations.forEach((name, place) -> loaded.add(new LoadedMigration(
                place, name, new LazyMigration(() -> instanceOf(MigrationLoader.loadClass(name, loader))))));
        return new LoadedSources(loaded, classes.keySet(), loader);
    }

    private static Migration instanceOf(Class<?> type) {
        return MigrationLoader.load(type).migration();
    }

    void write(CacheWriter out) throws IOException {
        out.number(migrations.size());
        for (Map.Entry<String, RevisionNode> each : migrations.entrySet()) {
            RevisionNode place = each.getValue();
            out.text(each.getKey());
            out.text(place.id());
            out.texts(place.parents());
            out.texts(place.labels());
            out.texts(place.dependsOn());
            out.text(place.message());
        }
        out.number(classes.size());
        for (Map.Entry<String, CompiledClass> each : classes.entrySet()) {
            out.text(each.getKey());
            out.text(each.getValue().source());
            out.bytes(each.getValue().bytes());
        }
    }

    static CompiledSources read(CacheReader in) {
        Map<String, RevisionNode> migrations = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            migrations.put(in.text(), new RevisionNode(in.text(), in.texts(), in.texts(), in.texts(), in.text()));
        }
        Map<String, CompiledClass> classes = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            classes.put(in.text(), new CompiledClass(in.text(), in.bytes()));
        }
        return new CompiledSources(classes, migrations);
    }

    /** Defines classes from compiled bytes. */
    private static final class Loader extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, CompiledClass> classes;

        Loader(Map<String, CompiledClass> classes, ClassLoader parent) {
            super("migrations", parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            CompiledClass compiled = classes.get(name);
            if (compiled == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, compiled.bytes().duplicate(), null);
        }
    }
}
