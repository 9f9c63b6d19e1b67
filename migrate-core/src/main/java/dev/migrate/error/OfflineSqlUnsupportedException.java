package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** A step cannot be part of a script, because it needs more than SQL. No script was written. */
public final class OfflineSqlUnsupportedException extends MigrateException {

    private final String revision;

    /**
     * Says which step, and what it needs.
     *
     * @param revision the id of the revision
     * @param problem what it needs: whole sentences
     * @param remedy what to do instead: whole sentences
     * @param cause what was thrown, or null where nothing was
     */
    public OfflineSqlUnsupportedException(String revision, String problem, String remedy, @Nullable Throwable cause) {
        super("Migration " + revision + " cannot be written as a script. " + problem, remedy, cause);
        this.revision = revision;
    }

    /**
     * A step that runs code in Java.
     *
     * @param revision the id of the revision
     * @param work what the code does, in its author's words
     * @return the error
     */
    public static OfflineSqlUnsupportedException ofCode(String revision, String work) {
        return new OfflineSqlUnsupportedException(
                revision,
                "It runs code in Java: \"" + work + "\".",
                "Write it in SQL, or make one script up to the revision before it and one that starts at " + revision
                        + ", and let upgrade or downgrade run it in between.",
                null);
    }

    /**
     * Names the revision.
     *
     * @return its id
     */
    public String revision() {
        return revision;
    }
}
