package dev.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A revision that shall be put on top of others.
 *
 * @param id its id
 * @param message what it says of itself, in one line
 * @param head what it follows: as a rule the only head, else any expression that needs no database: an id, the base for
 *     the first of its line, all heads to join their lines
 * @param isSpliced whether it may follow what others follow already, so that lines part there
 * @param labels names for the branch that starts with it
 * @param dependsOn what has to be applied before it without being its parent; labels stay labels, everything else becomes
 *     whole ids
 */
public record NewRevision(
        String id, String message, String head, boolean isSpliced, List<String> labels, List<String> dependsOn) {

    private static final int ID_LENGTH = 12;

    /** Copies the lists, and puts the message into one line. */
    public NewRevision {
        Objects.requireNonNull(id, "id");
        message = message.strip().replaceAll("\\s+", " ");
        Objects.requireNonNull(head, "head");
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * A revision on top of the only head, with an id as Alembic makes them: twelve random hexadecimal digits.
     *
     * @param message what it says of itself, in one line; may be empty
     * @return the revision
     */
    public static NewRevision of(String message) {
        String random = UUID.randomUUID().toString();
        return new NewRevision(
                random.substring(random.length() - ID_LENGTH), message, "head", false, List.of(), List.of());
    }

    /**
     * The same with another id.
     *
     * @param other the id
     * @return the revision
     */
    public NewRevision id(String other) {
        return new NewRevision(other, message, head, isSpliced, labels, dependsOn);
    }

    /**
     * The same on top of something else.
     *
     * @param expression what it follows
     * @return the revision
     */
    public NewRevision head(String expression) {
        return new NewRevision(id, message, expression, isSpliced, labels, dependsOn);
    }

    /**
     * The same, though others may follow its parent already.
     *
     * @return the revision
     */
    public NewRevision spliced() {
        return new NewRevision(id, message, head, true, labels, dependsOn);
    }

    /**
     * The same with one more label.
     *
     * @param label the label
     * @return the revision
     */
    public NewRevision label(String label) {
        return new NewRevision(id, message, head, isSpliced, with(labels, label), dependsOn);
    }

    /**
     * The same with one more dependency.
     *
     * @param revision an id, the beginning of one, or a label
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
