package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import dev.migrate.revision.RevisionNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A migration that has to be written.
 *
 * @param packageName the package of its class; empty for none
 * @param className the name of its class
 * @param revision its place in the graph
 * @param date when it was written
 * @param up what leads to the revision; nothing where a person will fill it in, or where lines are joined
 * @param down what leads back; empty where it shall be derived from what leads up
 * @param blankUp what a person has to say instead of {@code up}, if only a person can
 * @param blankDown what a person has to say instead of {@code down}
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
     * A migration of which all is known that can be.
     *
     * @param packageName the package of its class; empty for none
     * @param className the name of its class
     * @param revision its place in the graph
     * @param date when it was written
     * @param up what leads to the revision
     * @param down what leads back
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
