package dev.migrate.journal;

import java.util.List;
import java.util.Objects;

/**
 * An applied migration whose statements are not those that the journal contains. Immutable.
 *
 * @param revision the id of the revision
 * @param step the number of the step that recorded the statements
 * @param statements the statements that differ, by number
 */
public record EditedMigration(String revision, long step, List<Difference> statements) {

    /** Copies the list. */
    public EditedMigration {
        Objects.requireNonNull(revision, "revision");
        statements = List.copyOf(statements);
    }

    /**
     * A statement that differs, each version in one line without secrets. If they are long, they begin shortly before the
     * first difference.
     *
     * @param number the number of the statement, starting at 1
     * @param before the statement as it was recorded; empty if there was none
     * @param now the statement of the migration; empty if there is none
     */
    public record Difference(int number, String before, String now) {

        /** Checks that nothing is null. */
        public Difference {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(now, "now");
        }
    }
}
