package dev.migrate.internal.engine;

import dev.migrate.internal.Sha256;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a step of a repeatable migration. Immutable.
 *
 * @param action what the step does
 * @param source where the statements are from, for messages
 * @param texts the statements; those from the journal are without secrets
 * @param hashes of the complete statements
 */
record RepeatableText(Action action, String source, List<String> texts, List<String> hashes) {

    static RepeatableText of(JournalStep step) {
        return new RepeatableText(
                step.action(),
                "step " + step.number() + " of the journal",
                step.statements().stream().map(JournalStatement::text).toList(),
                step.statements().stream().map(JournalStatement::hash).toList());
    }

    static RepeatableText of(PreparedStep step) {
        List<String> texts =
                step.statements().stream().map(PlannedStatement::text).toList();
        return new RepeatableText(
                step.action(),
                step.step().revision().id(),
                texts,
                texts.stream().map(Sha256::of).toList());
    }

    /** Returns whether the step has removed what the migration created. */
    boolean isRemoved() {
        return action == Action.REMOVE;
    }

    /** Returns whether the texts contain all of the statements. */
    boolean isComplete() {
        return texts.stream().map(Sha256::of).toList().equals(hashes);
    }

    /** Returns whether another step has the same statements, except for comments and white space. */
    boolean isEquivalentTo(PreparedStep step, SqlRenderer renderer) {
        ScriptDialect dialect = dialect(renderer);
        boolean isEquivalent = hashes.size() == step.statements().size();
        for (int i = 0; isEquivalent && i < hashes.size(); i++) {
            String text = step.statements().get(i).text();
            isEquivalent = Sha256.of(text).equals(hashes.get(i))
                    || (Sha256.of(texts.get(i)).equals(hashes.get(i))
                            && dialect.normalized(texts.get(i)).equals(dialect.normalized(text)));
        }
        return isEquivalent;
    }

    /** Returns the statements as a script; empty if there is none. */
    Optional<ExecuteScript> script(SqlRenderer renderer) {
        ScriptDialect dialect = dialect(renderer);
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExecuteScript(
                        source,
                        String.join(
                                "\n", texts.stream().map(dialect::clientText).toList())));
    }

    private static ScriptDialect dialect(SqlRenderer renderer) {
        return DatabaseProviders.forServer(renderer.server()).scriptDialect(renderer.server());
    }
}
