package dev.migrate.internal.lint;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new type of a column that a foreign key uses. */
final class ForeignKeyColumn implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule(
                "foreign-key-column", Severity.ERROR, "the type of a column changes that a foreign key uses");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        // Measured: every server appends members; some make a VARCHAR longer, and others reject it (1832, 1833).
        Optional<TypeChange> type = TypeChange.of(change).filter(each -> !each.appendsMembers());
        List<String> keys = type.map(found -> keys(change, found.column())).orElse(List.of());
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        change.change(),
                        "The server rejects most changes of a column that a foreign key uses: "
                                + String.join(", ", keys) + ".",
                        "Drop the foreign key, change the columns on both sides, and add the foreign key again."));
    }

    private static List<String> keys(RecordedChange change, String column) {
        List<String> keys = new ArrayList<>();
        for (Table table : change.schema().tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean isOwn = table.name().equals(change.change().table())
                        && CaseInsensitiveNames.contains(key.columns(), column);
                boolean isReferenced =
                        key.referencedTable().equals(change.change().table())
                                && CaseInsensitiveNames.contains(key.referencedColumns(), column);
                if (isOwn || isReferenced) {
                    keys.add(key.name() + " of " + table.name());
                }
            }
        }
        return keys;
    }
}
