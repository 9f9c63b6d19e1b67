package dev.migrate.internal.load;

import dev.migrate.migration.Migration;
import dev.migrate.revision.RevisionNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiled classes, and the revisions of the migrations among them, so that a class is loaded only when its migration
 * runs. Immutable.
 *
 * @param classes the classes by name, in the order of their names
 * @param migrations the revisions of the migrations by class name, in the order of the names
 */
record CompiledSources(Map<String, ByteBuffer> classes, Map<String, RevisionNode> migrations) {

    /** Finds the migrations among the classes. */
    static CompiledSources of(Map<String, ByteBuffer> classes, ClassLoader parent) {
        Loader loader = new Loader(classes, parent);
        Map<String, RevisionNode> migrations = new TreeMap<>();
        for (String name : classes.keySet()) {
            Class<?> type = MigrationLoader.loadClass(name, loader);
            if (MigrationLoader.isMigration(type)) {
                migrations.put(name, MigrationLoader.placeOf(type));
            }
        }
        return new CompiledSources(classes, migrations);
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
        for (Map.Entry<String, ByteBuffer> each : classes.entrySet()) {
            out.text(each.getKey());
            out.bytes(each.getValue());
        }
    }

    static CompiledSources read(CacheReader in) {
        Map<String, RevisionNode> migrations = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            migrations.put(in.text(), new RevisionNode(in.text(), in.texts(), in.texts(), in.texts(), in.text()));
        }
        Map<String, ByteBuffer> classes = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            classes.put(in.text(), in.bytes());
        }
        return new CompiledSources(classes, migrations);
    }

    /** Defines classes from compiled bytes. */
    private static final class Loader extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, ByteBuffer> classes;

        Loader(Map<String, ByteBuffer> classes, ClassLoader parent) {
            super("migrations", parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteBuffer bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.duplicate(), null);
        }
    }
}
