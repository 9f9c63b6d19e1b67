package dev.migrate.diff;

import dev.migrate.operation.ExecuteSql;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change of the partitioning of a table. There is no operation for it, so it is SQL.
 */
final class PartitionDiff {

    private final TablePair pair;

    PartitionDiff(TablePair pair) {
        this.pair = pair;
    }

    /** Returns whether the old partitioning must be removed before keys that it uses change. */
    boolean needsTwoSteps(boolean hasOtherKeys) {
        String from = pair.from().partitioning();
        boolean isChanged = !Objects.equals(from, pair.to().partitioning());
        return from != null
                && isChanged
                && (hasOtherKeys || pair.hasRenames() || pair.to().partitioning() == null);
    }

    static Change removal(TablePair pair) {
        return change(pair, null);
    }

    Optional<Change> change() {
        String to = pair.to().partitioning();
        if (to == null || to.equals(pair.from().partitioning())) {
            return Optional.empty();
        }
        return Optional.of(change(pair, to));
    }

    private static Change change(TablePair pair, @Nullable String to) {
        return new Change(
                new ExecuteSql(pair.renderer().repartition(pair.name(), to), List.of()),
                List.of("All rows are rewritten."));
    }
}
