package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.List;

/** A migration without a downgrade. */
final class Irreversible implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("irreversible", Severity.WARNING, "a migration cannot be reverted");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        return migration.irreversible().stream().toList();
    }
}
