package dev.migrate.internal.lint;

import dev.migrate.diff.TypeChangeRisks;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import java.util.List;
import java.util.Optional;

/** A type that cannot store every value of the previous one. */
final class NarrowerType implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule("narrower-type", Severity.WARNING, "a type cannot store every value of the previous one");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        return TypeChange.of(change)
                .map(type -> TypeChangeRisks.of(type.before(), type.after()))
                .filter(risks -> !risks.isEmpty())
                .map(risks -> problem(change, risks));
    }

    private static Problem problem(RecordedChange change, List<String> risks) {
        return Problem.of(
                change.change(),
                String.join(" ", risks),
                "Find the values that the new type cannot store and change them in an earlier migration,"
                        + " or keep the type.");
    }
}
