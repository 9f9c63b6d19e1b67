package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.List;

/** A migration that cannot run. */
final class InvalidMigration implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("invalid-migration", Severity.ERROR, "a migration cannot be recorded or rendered");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        return migration.invalid();
    }
}
