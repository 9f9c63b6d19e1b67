package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.ConvertCharset;
import java.util.Optional;

/** A table that is copied while others cannot change its rows. */
final class TableCopy implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule("table-copy", Severity.WARNING, "a table is copied while writes to it are blocked");
    }

    /** A conversion of the character set has a rule of its own. */
    @Override
    public Optional<Problem> check(RecordedChange change) {
        boolean isCopy = RowCost.of(change) == RowCost.COPY && !(change.change() instanceof ConvertCharset);
        return isCopy
                ? Optional.of(Problem.of(
                        change.change(),
                        "The server copies all rows of " + change.change().table()
                                + " and blocks writes to it meanwhile.",
                        "Look at the size of the table in \"migrate plan\". If it is large, run the migration at a "
                                + "quiet time, or add a new column or table and fill it step by step."))
                : Optional.empty();
    }
}
