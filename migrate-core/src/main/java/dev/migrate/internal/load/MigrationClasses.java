package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.load.MigrationSet.Declared;
import dev.migrate.revision.RevisionNode;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of given classes, each instantiated when it runs. A second migrator for the same classes is created
 * quickly: what a class declares is kept with the class, and the graph with the first one, as long as memory suffices.
 * Stateless otherwise; thread-safe.
 */
public final class MigrationClasses {

    /** The revisions of usable classes. Reading an annotation takes longer than everything else. */
    private static final ClassValue<RevisionNode> REVISIONS = new ClassValue<>() {
        @Override
        protected RevisionNode computeValue(Class<?> type) {
            return MigrationLoader.usable(type);
        }
    };

    /** The last list that began with a class. */
    private static final ClassValue<Last> LAST = new ClassValue<>() {
        @Override
        protected Last computeValue(Class<?> type) {
            return new Last();
        }
    };

    private static final class Last {
        private volatile @Nullable SoftReference<Declared> declared;

        @Nullable
        Declared get() {
            SoftReference<Declared> reference = declared;
            return reference == null ? null : reference.get();
        }

        void set(Declared value) {
            declared = new SoftReference<>(value);
        }
    }

    private MigrationClasses() {}

    /**
     * Reads the revisions of classes.
     *
     * @param classes the classes
     * @throws InvalidMigrationException if one of them is no migration, has no revision, or cannot be instantiated
     */
    public static MigrationSet of(Class<?>... classes) {
        List<RevisionNode> revisions = new ArrayList<>(classes.length);
        for (Class<?> type : classes) {
            revisions.add(REVISIONS.get(type));
        }
        Class<?>[] copy = classes.clone();
        return new MigrationSet(declared(copy, revisions), position -> MigrationLoader.lazy(copy[position]));
    }

    private static Declared declared(Class<?>[] classes, List<RevisionNode> revisions) {
        if (classes.length == 0) {
            return new Declared(List.of(), List.of());
        }
        Last last = LAST.get(classes[0]);
        Declared kept = last.get();
        if (kept != null && kept.isOf(revisions)) {
            return kept;
        }
        List<String> classNames = new ArrayList<>(classes.length);
        for (Class<?> type : classes) {
            classNames.add(type.getName());
        }
        Declared declared = new Declared(revisions, classNames);
        last.set(declared);
        return declared;
    }
}
