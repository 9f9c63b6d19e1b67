package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import dev.migrate.revision.RevisionNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The specification of a migration to be generated.
 *
 * @param packageName the package of its class; empty for none
 * @param className the name of its class
 * @param revision its revision
 * @param date its date
 * @param up the changes of the upgrade; empty if they are to be written by hand, or for a merge
 * @param down the changes of the downgrade; empty if they are derived from the upgrade
 * @param blankUp the stub of {@code up} if it has to be written by hand
 * @param blankDown the stub of {@code down} if it has to be written by hand
 */
public record MigrationSpec(
        String packageName,
        String className,
        RevisionNode revision,
        LocalDate date,
        List<Change> up,
        Optional<List<Change>> down,
        Optional<MethodStub> blankUp,
        Optional<MethodStub> blankDown) {

    /** Copies the changes. */
    public MigrationSpec {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(date, "date");
        up = List.copyOf(up);
        down = down.map(List::copyOf);
        Objects.requireNonNull(blankUp, "blankUp");
        Objects.requireNonNull(blankDown, "blankDown");
    }

    /**
     * Returns a specification without stubs.
     *
     * @param packageName the package of its class; empty for none
     * @param className the name of its class
     * @param revision its revision
     * @param date its date
     * @param up the changes of the upgrade
     * @param down the changes of the downgrade
     */
    public MigrationSpec(
            String packageName,
            String className,
            RevisionNode revision,
            LocalDate date,
            List<Change> up,
            Optional<List<Change>> down) {
        this(packageName, className, revision, date, up, down, Optional.empty(), Optional.empty());
    }

    boolean isMerge() {
        return isEmpty() && revision.parents().size() > 1;
    }

    boolean isToBeFilledIn() {
        return isEmpty() && !isMerge();
    }

    private boolean isEmpty() {
        return up.isEmpty() && down.isEmpty() && blankUp.isEmpty() && blankDown.isEmpty();
    }
}
