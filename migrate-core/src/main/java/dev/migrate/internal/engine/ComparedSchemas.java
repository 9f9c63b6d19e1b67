package dev.migrate.internal.engine;

import dev.migrate.diff.Change;
import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.Inverse;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The schemas of a database and of a model, in canonical form.
 *
 * @param actual the schema of the database
 * @param wanted the target schema
 * @param options the options of the comparison
 */
public record ComparedSchemas(Schema actual, Schema wanted, DiffOptions options) {

    /** Returns the differences from the database to the model. */
    public SchemaDiff diff() {
        return SchemaDiff.between(actual, wanted, options);
    }

    /** Returns the differences from the model to the database. */
    public SchemaDiff reverse() {
        return SchemaDiff.between(
                wanted, actual, options.renames(options.renames().inverse()).insertions(List.of()));
    }

    /**
     * Returns the changes that revert a difference, if the inverses of its operations do not: there is none for SQL.
     *
     * @param diff the difference
     * @return the changes from the model back to the database; empty if they can be derived
     */
    public Optional<List<Change>> down(SchemaDiff diff) {
        boolean isDerived = diff.changes().stream()
                .map(Change::operation)
                .allMatch(operation -> operation.inverse() instanceof Inverse.Exact<?>);
        return isDerived ? Optional.empty() : Optional.of(reverse().changes());
    }
}
