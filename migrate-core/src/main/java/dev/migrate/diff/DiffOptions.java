package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Omission;
import dev.migrate.schema.ServerDefaults;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * The options of a comparison.
 *
 * @param defaults the defaults of the server, for attributes that a canonical schema omits
 * @param renderer the renderer of the server, for changes and notes that contain SQL
 * @param included the filter for the objects to compare
 * @param renames the declared renames
 * @param insertions the rows that the target schema needs and the current tables do not have
 */
public record DiffOptions(
        ServerDefaults defaults,
        SqlRenderer renderer,
        BiPredicate<ObjectKind, String> included,
        Renames renames,
        List<Operation> insertions) {

    /** Rejects null and copies the list. */
    public DiffOptions {
        Objects.requireNonNull(defaults, "defaults");
        Objects.requireNonNull(renderer, "renderer");
        Objects.requireNonNull(included, "included");
        Objects.requireNonNull(renames, "renames");
        insertions = List.copyOf(insertions);
    }

    /**
     * Returns options that compare everything, without renames.
     *
     * @param defaults the defaults of the server, for attributes that a canonical schema omits
     * @param renderer the renderer of the server
     * @return the options
     */
    public static DiffOptions on(ServerDefaults defaults, SqlRenderer renderer) {
        return new DiffOptions(defaults, renderer, (kind, name) -> true, Renames.NONE, List.of());
    }

    /**
     * Returns a copy with declared renames.
     *
     * @param stated the renames
     * @return the options
     */
    public DiffOptions renames(Renames stated) {
        return new DiffOptions(defaults, renderer, included, stated, insertions);
    }

    /**
     * Returns a copy with rows to insert after the tables are created.
     *
     * @param rows the operations that insert them
     * @return the options
     */
    public DiffOptions insertions(List<Operation> rows) {
        return new DiffOptions(defaults, renderer, included, renames, rows);
    }

    /**
     * Returns a copy with an additional filter; an object must pass all filters.
     *
     * @param filter the filter
     * @return the options
     */
    public DiffOptions including(BiPredicate<ObjectKind, String> filter) {
        return new DiffOptions(defaults, renderer, included.and(filter), renames, insertions);
    }

    /**
     * Returns a copy that excludes some objects.
     *
     * @param kind their kind
     * @param names their names
     * @return the options
     */
    public DiffOptions excluding(ObjectKind kind, String... names) {
        Set<String> left = new TreeSet<>(List.of(names));
        return including((candidate, name) -> candidate != kind || !left.contains(name));
    }

    /** A copy that excludes what could not be read. */
    DiffOptions without(List<Omission> omissions) {
        DiffOptions rest = this;
        for (Omission omission : omissions) {
            rest = omission.isObject() ? rest.excluding(omission.kind(), omission.name()) : rest;
        }
        return rest;
    }

    boolean compares(ObjectKind kind, String name) {
        return included.test(kind, name);
    }
}
