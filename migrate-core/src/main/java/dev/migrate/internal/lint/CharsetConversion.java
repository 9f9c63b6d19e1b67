package dev.migrate.internal.lint;

import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.operation.ConvertCharset;
import dev.migrate.schema.CharacterType;
import java.util.Optional;

/** A conversion of text to another character set. */
final class CharsetConversion implements ChangeRule {

    @Override
    public LintRule description() {
        return new LintRule("charset-conversion", Severity.WARNING, "text is converted to another character set");
    }

    @Override
    public Optional<Problem> check(RecordedChange change) {
        boolean isConversion = change.change() instanceof ConvertCharset
                || TypeChange.of(change).filter(CharsetConversion::isConversion).isPresent();
        return isConversion
                ? Optional.of(Problem.of(
                        change.change(),
                        "The server copies the table and blocks writes meanwhile. Unique indexes may find duplicates, "
                                + "and joins with columns of the other character set no longer use indexes.",
                        "Convert all columns that are compared with each other in the same release, at a time when "
                                + "writes to the table can wait."))
                : Optional.empty();
    }

    private static boolean isConversion(TypeChange change) {
        return change.before() instanceof CharacterType before
                && change.after() instanceof CharacterType after
                && after.charset() != null
                && !after.charset().equals(before.charset());
    }
}
