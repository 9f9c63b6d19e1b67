package dev.migrate.plan;

import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was executed in a rehearsal. Immutable.
 *
 * @param direction up or down
 * @param revision the revision of its migration
 * @param number the number of the statement in the migration, from 1
 * @param sql the executed SQL without secrets
 * @param elapsed how long it took, or null if it failed
 */
public record RehearsedStatement(
        Direction direction,
        RevisionNode revision,
        int number,
        String sql,
        @Nullable Duration elapsed) {

    /** Rejects null. */
    public RehearsedStatement {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(sql, "sql");
    }
}
