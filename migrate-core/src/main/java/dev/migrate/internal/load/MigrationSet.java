package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.RevisionException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The migrations of an application, by the ids of their revisions. Thread-safe. */
public final class MigrationSet {

    private final Declared declared;
    private final Source source;
    private final ConcurrentMap<Integer, LoadedMigration> loaded = new ConcurrentHashMap<>();

    MigrationSet(Declared declared, Source source) {
        this.declared = declared;
        this.source = source;
    }

    /** Creates a migration from its position. */
    interface Source {
        LoadedMigration at(int position);
    }

    /**
     * The revisions of migrations, the names of their classes or SQL files, and the contents of the files. It refers to
     * no class, and can be kept longer than they are. Thread-safe.
     */
    static final class Declared {

        private final List<RevisionNode> revisions;
        private final List<String> classNames;
        private final Map<String, SqlMigration> scripts;
        private @Nullable Map<String, Integer> positions;
        private @Nullable RevisionGraph graph;

        Declared(List<RevisionNode> revisions, List<String> classNames) {
            this(revisions, classNames, Map.of());
        }

        private Declared(List<RevisionNode> revisions, List<String> classNames, Map<String, SqlMigration> scripts) {
            this.revisions = List.copyOf(revisions);
            this.classNames = List.copyOf(classNames);
            this.scripts = Map.copyOf(scripts);
        }

        static Declared of(List<LoadedMigration> migrations) {
            List<RevisionNode> revisions = new ArrayList<>();
            List<String> classNames = new ArrayList<>();
            Map<String, SqlMigration> scripts = new HashMap<>();
            for (LoadedMigration each : migrations) {
                revisions.add(each.revision());
                classNames.add(each.className());
                if (each.source() instanceof SqlMigration script) {
                    scripts.put(each.className(), script);
                }
            }
            return new Declared(revisions, classNames, scripts);
        }

        /** Whether these are the same objects: comparing their contents takes longer. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(List<RevisionNode> others) {
            boolean isSame = revisions.size() == others.size();
            for (int position = 0; isSame && position < others.size(); position++) {
                isSame = revisions.get(position) == others.get(position);
            }
            return isSame;
        }

        /** Checks the ids first: the graph rejects duplicate ones as well, but cannot name the classes. */
        synchronized RevisionGraph graph() {
            if (graph == null) {
                positions();
                graph = RevisionGraph.of(nodes(false));
                order(nodes(true));
            }
            return graph;
        }

        private List<RevisionNode> nodes(boolean areRepeatable) {
            List<RevisionNode> nodes = new ArrayList<>();
            for (int position = 0; position < revisions.size(); position++) {
                if (isRepeatable(position) == areRepeatable) {
                    nodes.add(revisions.get(position));
                }
            }
            return nodes;
        }

        boolean isRepeatable(int position) {
            SqlMigration script = scripts.isEmpty() ? null : scripts.get(classNames.get(position));
            return script != null && script.isRepeatable();
        }

        boolean hasRepeatable(String name) {
            Integer position = positions().get(name);
            return position != null && isRepeatable(position);
        }

        int positionOf(String id) {
            return Objects.requireNonNull(positions().get(id), id);
        }

        private synchronized Map<String, Integer> positions() {
            if (positions == null) {
                Map<String, Integer> found = new HashMap<>();
                for (int position = 0; position < revisions.size(); position++) {
                    String id = revisions.get(position).id();
                    Integer other = found.putIfAbsent(id, position);
                    if (other != null) {
                        throw duplicate(id, classNames.get(other), classNames.get(position));
                    }
                }
                positions = found;
            }
            return positions;
        }

        private static InvalidMigrationException duplicate(String id, String one, String other) {
            return new InvalidMigrationException(
                    InvalidMigrationException.Reason.DUPLICATE_ID,
                    "Two migrations have the id " + id + ": " + one + " and " + other + ".",
                    "Change the id of one of them, or remove one.");
        }

        LoadedMigration lazy(int position, ClassLoader classLoader) {
            RevisionNode revision = revisions.get(position);
            String name = classNames.get(position);
            SqlMigration script = scripts.get(name);
            return script == null
                    ? MigrationLoader.lazy(revision, name, classLoader)
                    : new LoadedMigration(revision, name, script);
        }
    }

    /** Combines migrations; {@link #graph} checks them. */
    public static MigrationSet of(List<LoadedMigration> migrations) {
        List<LoadedMigration> all = List.copyOf(migrations);
        return new MigrationSet(Declared.of(all), all::get);
    }

    /** Combines sets. A class that several sets contain counts once: it is taken from the first one. */
    public static MigrationSet union(List<MigrationSet> sets) {
        if (sets.size() == 1) {
            return sets.get(0);
        }
        List<LoadedMigration> all = new ArrayList<>();
        Set<String> classNames = new HashSet<>();
        for (MigrationSet set : sets) {
            for (LoadedMigration each : set.all()) {
                if (!classNames.contains(each.className())) {
                    all.add(each);
                }
            }
            classNames.addAll(set.declared.classNames);
        }
        return of(all);
    }

    Declared declared() {
        return declared;
    }

    /** Whether there are no migrations. */
    public boolean isEmpty() {
        return declared.revisions.isEmpty();
    }

    /**
     * Returns the graph of the revisions.
     *
     * @throws InvalidMigrationException if two have the same id
     * @throws RevisionException if they do not form a graph
     */
    public RevisionGraph graph() {
        return declared.graph();
    }

    /** Returns the migration of a revision of the graph, always the same one. */
    public LoadedMigration get(String id) {
        return at(declared.positionOf(id));
    }

    private LoadedMigration at(int position) {
        return loaded.computeIfAbsent(position, source::at);
    }

    /**
     * Sorts repeatable migrations: each after those that it depends on, and otherwise by name.
     *
     * @throws InvalidMigrationException if one of those does not exist, or they depend on one another
     */
    public static RevisionGraph order(Collection<RevisionNode> repeatables) {
        try {
            return RevisionGraph.of(repeatables);
        } catch (RevisionException e) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The repeatable migrations cannot be sorted. " + e.problem(),
                    "Correct the names in \"-- repeatable:\" and \"-- after:\".",
                    e);
        }
    }

    /** Returns the revision nodes of the repeatable migrations, whose dependencies are those among themselves. */
    public List<RevisionNode> repeatables() {
        return declared.scripts.isEmpty() ? List.of() : declared.nodes(true);
    }

    /** Returns whether there is a repeatable migration with a name. */
    public boolean isRepeatable(String name) {
        return declared.hasRepeatable(name);
    }

    /** Returns all migrations. */
    public List<LoadedMigration> all() {
        List<LoadedMigration> all = new ArrayList<>();
        for (int position = 0; position < declared.revisions.size(); position++) {
            all.add(at(position));
        }
        return all;
    }

    /** Returns the names of the classes, without packages. */
    public List<String> simpleNames() {
        return declared.classNames.stream().map(LoadedMigration::simpleName).toList();
    }
}
