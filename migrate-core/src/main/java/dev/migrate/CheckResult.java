package dev.migrate;

import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check: whether a database can be migrated, and what is pending.
 *
 * @param server the server and the account
 * @param isReadOnly whether the server is read-only
 * @param isMultiPrimary whether runs are refused because several servers of a cluster accept writes; false if the
 *     migrator {@linkplain MigratorBuilder#acceptMultiPrimary accepts} this
 * @param missingPrivileges the privileges of {@code docs/privileges.md} that the user lacks on the whole database, in
 *     the order of that document; active roles are included
 * @param applied the applied revisions, the last one first; empty if the migrator has no migrations, or if the version
 *     table was not read because {@code SELECT} is missing
 * @param pending the revisions that an upgrade to {@code heads} would apply, in order, and then the repeatable migrations
 *     that it would repeat; empty in the same cases
 * @param repeatables the names of the repeatable migrations among them
 * @param newer the ids in the version table that this migrator lacks, although the journal connects them with its
 *     revisions: a newer version of the application applied them
 * @param foreign the other ids in the version table that this migrator lacks; an upgrade stops
 * @param journalOnly the current revisions according to the journal if the version table is empty, because something else
 *     has deleted its rows; an upgrade stops
 * @param edited the applied migrations that have changed since they ran; empty if the migrator
 *     {@linkplain MigratorBuilder#editedMigrations ignores} this
 * @param isEditRefused whether the migrator refuses runs because of them
 * @param interrupted the step that an earlier run started and did not complete, or null
 */
public record CheckResult(
        ServerInfo server,
        boolean isReadOnly,
        boolean isMultiPrimary,
        List<String> missingPrivileges,
        List<RevisionNode> applied,
        List<RevisionNode> pending,
        List<String> repeatables,
        List<String> newer,
        List<String> foreign,
        List<String> journalOnly,
        List<EditedMigration> edited,
        boolean isEditRefused,
        @Nullable JournalStep interrupted) {

    /** Copies the lists. */
    public CheckResult {
        Objects.requireNonNull(server, "server");
        missingPrivileges = List.copyOf(missingPrivileges);
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        repeatables = List.copyOf(repeatables);
        newer = List.copyOf(newer);
        foreign = List.copyOf(foreign);
        journalOnly = List.copyOf(journalOnly);
        edited = List.copyOf(edited);
    }

    /**
     * Returns whether the database is up to date and can be migrated.
     *
     * <p>A database that is ahead of this migrator is up to date: it has every revision that the migrator needs.
     *
     * @return true if the server is writable, runs are not refused because of a cluster, no privilege is missing, no
     *     migration is pending or foreign, the version table was not emptied, runs are not refused because of edited
     *     migrations, and no step is interrupted
     */
    public boolean isUpToDate() {
        return !isReadOnly
                && !isMultiPrimary
                && missingPrivileges.isEmpty()
                && pending.isEmpty()
                && foreign.isEmpty()
                && journalOnly.isEmpty()
                && !isEditRefused
                && interrupted == null;
    }
}
