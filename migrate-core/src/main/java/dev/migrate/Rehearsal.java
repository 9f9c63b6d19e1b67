package dev.migrate;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.RehearsedStatement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a plan and of its reversal in a scratch database with the structure of the migrated one. Immutable.
 *
 * @param rows the number of rows that were copied before the plan ran, by the name of the table; empty if none were requested
 * @param statements the executed statements in order: those of the plan, then those that revert it
 * @param failure why it failed or was not possible, or null
 * @param difference the changes from the result to the schema that the migrations create in an empty database, or null if
 *     that was not compared; a remark states why
 * @param remainder the changes from what the reversal leaves to the initial schema, or null if the plan was not reverted
 * @param remarks what was not copied, not compared, or not executed, as complete sentences
 */
public record Rehearsal(
        Map<String, Long> rows,
        List<RehearsedStatement> statements,
        @Nullable MigrateException failure,
        @Nullable SchemaDiff difference,
        @Nullable SchemaDiff remainder,
        List<String> remarks) {

    /** Copies the collections, and sorts the tables. */
    public Rehearsal {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        statements = List.copyOf(statements);
        remarks = List.copyOf(remarks);
    }

    /**
     * Returns whether all statements were executed and no comparison found a difference.
     *
     * @return true if there is neither a failure nor a difference
     */
    public boolean isSuccessful() {
        return failure == null && isNone(difference) && isNone(remainder);
    }

    private static boolean isNone(@Nullable SchemaDiff diff) {
        return diff == null || diff.isEmpty();
    }
}
