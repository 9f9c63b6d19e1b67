package dev.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A revision to be created.
 *
 * @param id the id
 * @param message the description, on one line
 * @param head the parents, as an expression that needs no database: an id, {@code base} for a new base, or the head or
 *     all heads
 * @param isSpliced whether the parent may already have children, so that it becomes a branch point
 * @param labels the labels of the branch that starts with the revision
 * @param dependsOn ids or labels of revisions that must be applied first but are not parents; prefixes are replaced by
 *     complete ids
 */
public record NewRevision(
        String id, String message, String head, boolean isSpliced, List<String> labels, List<String> dependsOn) {

    private static final int ID_LENGTH = 12;

    /** Copies the lists and puts the message on one line. */
    public NewRevision {
        Objects.requireNonNull(id, "id");
        message = message.strip().replaceAll("\\s+", " ");
        Objects.requireNonNull(head, "head");
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * Returns a child of the only head with a random id in Alembic's format: twelve hexadecimal digits.
     *
     * @param message the description, on one line; may be empty
     * @return the revision
     */
    public static NewRevision of(String message) {
        String random = UUID.randomUUID().toString();
        return new NewRevision(
                random.substring(random.length() - ID_LENGTH), message, "head", false, List.of(), List.of());
    }

    /**
     * Returns a copy with another id.
     *
     * @param other the id
     * @return the revision
     */
    public NewRevision id(String other) {
        return new NewRevision(other, message, head, isSpliced, labels, dependsOn);
    }

    /**
     * Returns a copy with another parent.
     *
     * @param expression the parents
     * @return the revision
     */
    public NewRevision head(String expression) {
        return new NewRevision(id, message, expression, isSpliced, labels, dependsOn);
    }

    /**
     * Returns a copy whose parent may already have children.
     *
     * @return the revision
     */
    public NewRevision spliced() {
        return new NewRevision(id, message, head, true, labels, dependsOn);
    }

    /**
     * Returns a copy with an additional label.
     *
     * @param label the label
     * @return the revision
     */
    public NewRevision label(String label) {
        return new NewRevision(id, message, head, isSpliced, with(labels, label), dependsOn);
    }

    /**
     * Returns a copy with an additional dependency.
     *
     * @param revision an id, a prefix of one, or a label
     * @return the revision
     */
    public NewRevision dependsOn(String revision) {
        return new NewRevision(id, message, head, isSpliced, labels, with(dependsOn, revision));
    }

    private static List<String> with(List<String> list, String another) {
        List<String> more = new ArrayList<>(list);
        more.add(another);
        return more;
    }
}
