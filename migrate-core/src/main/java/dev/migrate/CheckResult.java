package dev.migrate;

import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a database can be migrated, and where it stands.
 *
 * @param server the server, and whom it takes us for
 * @param isReadOnly whether the server says that it is read-only
 * @param missingPrivileges the privileges of {@code docs/privileges.md} that the user does not have on the whole
 *     database, in the order in which they stand there; roles count if they are active
 * @param applied the applied revisions, the last one first; none if the migrator knows no migrations, or the version
 *     table was not read because {@code SELECT} is among the missing privileges
 * @param pending the revisions that an upgrade to {@code heads} would apply, in this order; none in the same cases
 * @param interrupted the step that an earlier run has begun and not brought to its end, if there is one
 */
public record CheckResult(
        ServerInfo server,
        boolean isReadOnly,
        List<String> missingPrivileges,
        List<RevisionNode> applied,
        List<RevisionNode> pending,
        Optional<JournalStep> interrupted) {

    /** Copies the lists. */
    public CheckResult {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(interrupted, "unfinished");
        missingPrivileges = List.copyOf(missingPrivileges);
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
    }

    /**
     * Tells whether nothing is left to do, and nothing would be in the way.
     *
     * @return true if the server can be written to, no privilege is missing, and no revision is pending or unfinished
     */
    public boolean isInOrder() {
        return !isReadOnly && missingPrivileges.isEmpty() && pending.isEmpty() && interrupted.isEmpty();
    }
}
