package dev.migrate.internal.lint;

import dev.migrate.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param operation the description of the operation, or null if it concerns the whole migration
 * @param consequence what may happen, in complete sentences
 * @param suggestion what to do instead
 */
record Problem(@Nullable String operation, String consequence, String suggestion) {

    static Problem of(Operation operation, String consequence, String suggestion) {
        return new Problem(operation.description(), consequence, suggestion);
    }

    static Problem ofMigration(String consequence, String suggestion) {
        return new Problem(null, consequence, suggestion);
    }
}
