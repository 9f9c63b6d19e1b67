package dev.migrate.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.migration.Migration;
import dev.migrate.revision.RevisionNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiled classes, and the places of the migrations among them, so that no class has to be loaded before its migration
 * runs. Immutable.
 *
 * @param classes the classes by their names
 * @param migrations the places of the migrations by the names of their classes
 */
record CompiledSources(Map<String, byte[]> classes, Map<String, RevisionNode> migrations) {

    /** Looks which of the classes are migrations. */
    static CompiledSources of(Map<String, byte[]> classes, ClassLoader parent) {
        Loader loader = new Loader(classes, parent);
        Map<String, RevisionNode> migrations = new TreeMap<>();
        for (String name : classes.keySet()) {
            Class<?> type = loader.load(name);
            if (MigrationLoader.isMeantAsMigration(type)) {
                migrations.put(name, MigrationLoader.placeOf(type));
            }
        }
        return new CompiledSources(classes, migrations);
    }

    /** No class is loaded before it is asked for. */
    LoadedSources load(ClassLoader parent) {
        Loader loader = new Loader(classes, parent);
        List<LoadedMigration> loaded = new ArrayList<>();
        migrations.forEach((name, place) ->
                loaded.add(new LoadedMigration(place, name, new Once(() -> instanceOf(loader.load(name))))));
        return new LoadedSources(loaded, classes.keySet(), loader);
    }

    private static Migration instanceOf(Class<?> type) {
        return MigrationLoader.load(type).migration();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(migrations.size());
        for (Map.Entry<String, RevisionNode> each : migrations.entrySet()) {
            RevisionNode place = each.getValue();
            out.writeUTF(each.getKey());
            out.writeUTF(place.id());
            write(place.parents(), out);
            write(place.labels(), out);
            write(place.dependsOn(), out);
            out.writeUTF(place.message());
        }
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
    }

    static CompiledSources read(DataInputStream in) throws IOException {
        Map<String, RevisionNode> migrations = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            migrations.put(in.readUTF(), new RevisionNode(in.readUTF(), texts(in), texts(in), texts(in), in.readUTF()));
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return new CompiledSources(classes, migrations);
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    /** Defines classes out of what was compiled. */
    private static final class Loader extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes, ClassLoader parent) {
            super("migrations", parent);
            this.classes = classes;
        }

        Class<?> load(String name) {
            try {
                return loadClass(name);
            } catch (ClassNotFoundException | LinkageError e) {
                throw new InvalidMigrationException(
                        "Class " + name + " of the migrations cannot be loaded: " + e + ".",
                        "Check that what it uses is on the class path.",
                        e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
