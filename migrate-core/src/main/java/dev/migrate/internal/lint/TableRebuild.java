package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.Optional;

/** A table that is written again. */
final class TableRebuild implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule("table-rebuild", Severity.INFO, "a table is rebuilt");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        return RowCost.of(change) == RowCost.REBUILD
                ? Optional.of(Problem.of(
                        change.change(),
                        "The server writes all rows of " + change.change().table()
                                + " again. It needs space for a second copy, and replicas lag behind afterwards.",
                        "Look at the size of the table in \"migrate plan\"."))
                : Optional.empty();
    }
}
