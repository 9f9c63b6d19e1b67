package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.List;

/** A migration that records other operations each time. */
final class DifferentOperations implements Rule {

    @Override
    public LintRule description() {
        return new LintRule(
                "different-operations", Severity.ERROR, "a migration does not record the same operations each time");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        return migration.isDeterministic()
                ? List.of()
                : List.of(Problem.ofMigration(
                        "Two calls of up() recorded different operations. After an interruption, the next run cannot "
                                + "determine which statements belong to the migration.",
                        "Do not use the clock, random numbers, the environment or the database in up(); use "
                                + "op.run(...) for code that needs them."));
    }
}
