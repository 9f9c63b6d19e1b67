package dev.migrate.diff;

import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ServerDefaults;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * How two schemas are compared.
 *
 * @param defaults what the server takes where a canonical schema names nothing
 * @param renderer the renderer of the server, for changes and notes that contain SQL
 * @param included which objects are compared, by kind and name; the version tables never are
 * @param renames the renames that are stated
 * @param versionTables the tables of the library itself, which are never compared
 */
public record DiffOptions(
        ServerDefaults defaults,
        SqlRenderer renderer,
        BiPredicate<ObjectKind, String> included,
        Renames renames,
        Set<String> versionTables) {

    /** Alembic's own name, which is the name by default. */
    private static final String VERSION_TABLE = "alembic_version";

    /** Copies the set. */
    public DiffOptions {
        Objects.requireNonNull(defaults, "defaults");
        Objects.requireNonNull(renderer, "renderer");
        Objects.requireNonNull(included, "included");
        Objects.requireNonNull(renames, "renames");
        versionTables = Set.copyOf(versionTables);
    }

    /**
     * Everything is compared, and nothing is renamed.
     *
     * @param defaults what the server takes where a canonical schema names nothing
     * @param renderer the renderer of the server
     * @return the options
     */
    public static DiffOptions on(ServerDefaults defaults, SqlRenderer renderer) {
        return new DiffOptions(defaults, renderer, (kind, name) -> true, Renames.NONE, Set.of())
                .versionTable(VERSION_TABLE);
    }

    /**
     * The same, but the version table has another name.
     *
     * @param name the name of the version table; the journal's follows from it
     * @return the options
     */
    public DiffOptions versionTable(String name) {
        return new DiffOptions(defaults, renderer, included, renames, Set.of(name, name + "_journal"));
    }

    /**
     * The same, with the renames that are meant.
     *
     * @param stated the renames
     * @return the options
     */
    public DiffOptions renames(Renames stated) {
        return new DiffOptions(defaults, renderer, included, stated, versionTables);
    }

    /**
     * The same, with only those objects that are included already and pass this filter, too.
     *
     * @param filter which objects are compared
     * @return the options
     */
    public DiffOptions including(BiPredicate<ObjectKind, String> filter) {
        return new DiffOptions(defaults, renderer, included.and(filter), renames, versionTables);
    }

    /**
     * The same without some objects.
     *
     * @param kind their kind
     * @param names their names
     * @return the options
     */
    public DiffOptions excluding(ObjectKind kind, String... names) {
        Set<String> left = new TreeSet<>(Set.of(names));
        return including((candidate, name) -> candidate != kind || !left.contains(name));
    }

    boolean compares(ObjectKind kind, String name) {
        boolean isOurs = kind == ObjectKind.TABLE && versionTables.contains(name);
        return !isOurs && included.test(kind, name);
    }
}
