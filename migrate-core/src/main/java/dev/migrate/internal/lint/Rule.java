package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import java.util.List;

/** A rule. Immutable. */
interface Rule {

    LintRule description();

    List<Problem> check(RecordedMigration migration);
}
