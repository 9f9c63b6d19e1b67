package dev.migrate.diff;

import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ServerDefaults;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * How two schemas are compared.
 *
 * @param defaults what the server takes where a canonical schema names nothing
 * @param renderer the renderer of the server, for changes and notes that contain SQL
 * @param included which objects are compared, by kind and name
 * @param renames the renames that are stated
 */
public record DiffOptions(
        ServerDefaults defaults, SqlRenderer renderer, BiPredicate<ObjectKind, String> included, Renames renames) {

    /** Rejects null. */
    public DiffOptions {
        Objects.requireNonNull(defaults, "defaults");
        Objects.requireNonNull(renderer, "renderer");
        Objects.requireNonNull(included, "included");
        Objects.requireNonNull(renames, "renames");
    }

    /**
     * Everything is compared, and nothing is renamed.
     *
     * @param defaults what the server takes where a canonical schema names nothing
     * @param renderer the renderer of the server
     * @return the options
     */
    public static DiffOptions on(ServerDefaults defaults, SqlRenderer renderer) {
        return new DiffOptions(defaults, renderer, (kind, name) -> true, Renames.NONE);
    }

    /**
     * The same, with the renames that are meant.
     *
     * @param stated the renames
     * @return the options
     */
    public DiffOptions renames(Renames stated) {
        return new DiffOptions(defaults, renderer, included, stated);
    }

    /**
     * The same, with only those objects that are included already and pass this filter, too.
     *
     * @param filter which objects are compared
     * @return the options
     */
    public DiffOptions including(BiPredicate<ObjectKind, String> filter) {
        return new DiffOptions(defaults, renderer, included.and(filter), renames);
    }

    /**
     * The same without some objects.
     *
     * @param kind their kind
     * @param names their names
     * @return the options
     */
    public DiffOptions excluding(ObjectKind kind, String... names) {
        Set<String> left = new TreeSet<>(List.of(names));
        return including((candidate, name) -> candidate != kind || !left.contains(name));
    }

    boolean compares(ObjectKind kind, String name) {
        return included.test(kind, name);
    }
}
