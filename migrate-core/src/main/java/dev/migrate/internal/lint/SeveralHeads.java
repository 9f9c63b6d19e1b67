package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.List;

/** One of several heads. */
final class SeveralHeads implements Rule {

    @Override
    public LintRule description() {
        return new LintRule("several-heads", Severity.ERROR, "the revision graph has several heads");
    }

    @Override
    public List<Problem> check(RecordedMigration migration) {
        List<String> heads = migration.heads();
        return heads.size() > 1 && heads.contains(migration.id())
                ? List.of(Problem.ofMigration(
                        "There are " + heads.size() + " heads: " + String.join(", ", heads)
                                + ". An upgrade to \"head\" is ambiguous.",
                        "Make one of them the parent of the other, or merge them with \"migrate merge heads\"."))
                : List.of();
    }
}
