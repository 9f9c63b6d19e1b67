package dev.migrate.test.assertj;

import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import dev.migrate.RevisionStatus;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the database of a migrator, which is read each time. Not thread-safe. */
public final class MigratorAssert extends AbstractAssert<MigratorAssert, Migrator> {

    MigratorAssert(Migrator actual) {
        super(actual, MigratorAssert.class);
    }

    /**
     * Verifies that all revisions are applied, no other ones, and that no run is interrupted.
     *
     * @return this
     * @throws dev.migrate.error.MigrateException if the database cannot be read
     */
    public MigratorAssert isAtHead() {
        isNotNull();
        CheckResult check = actual.check();
        if (check.interrupted() != null) {
            throw failure(
                    "Expected the database to be at the head, but the run of revision %s was interrupted.",
                    check.interrupted().revision());
        }
        List<String> unknown =
                Stream.concat(check.newer().stream(), check.foreign().stream()).toList();
        if (!unknown.isEmpty()) {
            throw failure(
                    "Expected the database to be at the head, but it has revisions that the migrator does not have: %s.",
                    unknown);
        }
        if (!check.pending().isEmpty()) {
            throw failure(
                    "Expected the database to be at the head, but these revisions are pending: %s.",
                    ids(check.pending()));
        }
        return this;
    }

    private static List<String> ids(List<RevisionNode> revisions) {
        return revisions.stream().map(RevisionNode::id).toList();
    }

    /**
     * Verifies the current revisions.
     *
     * @param revisions the full ids of all revisions in the version table; none if no revision is applied
     * @return this
     * @throws dev.migrate.error.MigrateException if the database cannot be read
     */
    public MigratorAssert isAt(String... revisions) {
        isNotNull();
        Set<String> expected = new TreeSet<>(List.of(revisions));
        Set<String> current = new TreeSet<>(actual.current().stream()
                .map(RevisionStatus::revision)
                .map(RevisionNode::id)
                .toList());
        if (!current.equals(expected)) {
            throw failureWithActualExpected(
                    current, expected, "Expected the database to be at %s, but it is at %s.", expected, current);
        }
        return this;
    }
}
