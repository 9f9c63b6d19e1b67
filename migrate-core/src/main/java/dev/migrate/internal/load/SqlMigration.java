package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.migration.Migration;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DdlLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A migration in an SQL file. The text of a part begins with as many empty lines as there are before it in the file, so
 * that the lines in messages are those of the file. Immutable; the supplier of itself.
 *
 * @param name the name of the file
 * @param isRepeatable whether it runs again when its text has changed, and is not part of the graph
 * @param upText the statements of the upgrade
 * @param downText the statements of the downgrade, or empty if they are derived from the upgrade
 * @param irreversible the reason why there is no downgrade, or empty if there is one
 * @param limits limits of its own instead of those of the project, or empty
 * @param ignoredRules the ids of the rules whose findings it suppresses, each with the reason
 */
public record SqlMigration(
        String name,
        boolean isRepeatable,
        String upText,
        Optional<String> downText,
        Optional<String> irreversible,
        Optional<DdlLimits> limits,
        Map<String, String> ignoredRules)
        implements Migration, Supplier<Migration> {

    /** Copies the map. */
    public SqlMigration {
        ignoredRules = Collections.unmodifiableMap(new LinkedHashMap<>(ignoredRules));
    }

    /** Returns whether the statements of the downgrade are derived from those of the upgrade. */
    public boolean hasDerivedDown() {
        return downText.isEmpty() && irreversible.isEmpty();
    }

    /** Returns the script of the upgrade, or empty if it has no text. */
    public Optional<ExecuteScript> upScript() {
        return script(upText);
    }

    /** Returns a copy with other scripts. */
    public SqlMigration with(UnaryOperator<ExecuteScript> change) {
        return new SqlMigration(
                name,
                isRepeatable,
                changed(upText, change),
                downText.map(text -> changed(text, change)),
                irreversible,
                limits,
                ignoredRules);
    }

    private String changed(String text, UnaryOperator<ExecuteScript> change) {
        return script(text).map(change).map(ExecuteScript::text).orElse(text);
    }

    private Optional<ExecuteScript> script(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new ExecuteScript(name, text));
    }

    @Override
    public void up(Operations op) {
        record(upText, op);
    }

    @Override
    public void down(Operations op) {
        if (irreversible.isPresent()) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.IRREVERSIBLE,
                    name + " declares it as irreversible: " + irreversible.get(),
                    "Restore a backup, or write a \"-- down\" part.");
        }
        if (downText.isPresent()) {
            record(downText.get(), op);
        } else {
            op.invert(this::up);
        }
    }

    private void record(String text, Operations op) {
        script(text).ifPresent(script -> op.namedScript(script.name(), script.text()));
    }

    @Override
    public Migration get() {
        return this;
    }
}
