package dev.migrate.error;

/** A migration threw while it recorded its operations. Nothing of the run was begun. */
public final class RecordingFailedException extends MigrateException {

    private final String revision;

    /**
     * Says whose code threw.
     *
     * @param revision the id of the migration's revision
     * @param method the method that threw, with its class
     * @param cause what it threw
     */
    public RecordingFailedException(String revision, String method, Throwable cause) {
        super(
                "Migration " + revision + " could not be recorded: " + method + " threw " + cause
                        + ". Nothing was run, the database is as it was.",
                "Correct the migration and run again.",
                cause);
        this.revision = revision;
    }

    /**
     * Names the revision whose migration threw.
     *
     * @return its id
     */
    public String revision() {
        return revision;
    }
}
