package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members of an ENUM that get other numbers. */
final class EnumOrder implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule("enum-order", Severity.WARNING, "existing members of an ENUM get other numbers");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        return TypeChange.of(change).filter(EnumOrder::renumbers).map(type -> problem(change, type));
    }

    private static boolean renumbers(TypeChange change) {
        return change.before() instanceof EnumType before
                && change.after() instanceof EnumType after
                && !change.isExtension()
                && !TypeChange.isPrefix(after.members(), before.members());
    }

    private static Problem problem(RecordedChange change, TypeChange type) {
        List<String> before = ((EnumType) type.before()).members();
        List<String> appended = new ArrayList<>(before);
        ((EnumType) type.after())
                .members().stream().filter(member -> !before.contains(member)).forEach(appended::add);
        return Problem.of(
                change.change(),
                "The server rewrites every row because the numbers of existing members change, and ORDER BY on the "
                        + "column gives another order.",
                "Append new members at the end and keep the existing ones in their order: "
                        + String.join(", ", appended) + ".");
    }
}
