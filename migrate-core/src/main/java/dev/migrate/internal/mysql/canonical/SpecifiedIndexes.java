package dev.migrate.internal.mysql.canonical;

import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes with which a new table is created. The canonical form, which is for comparisons, omits algorithms without an
 * effect, and the indexes that the server creates for foreign keys; but the order of the keys depends on those.
 */
public final class SpecifiedIndexes {

    private SpecifiedIndexes() {}

    /** Returns a table in canonical form, except for its indexes. */
    public static Table in(Table canonical, List<Index> specified) {
        List<Index> indexes = new ArrayList<>();
        for (Index index : specified) {
            Index form = canonical.index(index.name()).orElse(index);
            indexes.add(form.withAlgorithm(index.algorithm()));
        }
        return canonical.withIndexes(indexes);
    }
}
