package dev.migrate.error;

/** A migration was begun, then edited in a part that has run already. Nothing was changed since. */
public final class EditedMigrationException extends MigrateException {

    private final String revision;
    private final int number;

    /**
     * Shows both texts.
     *
     * @param revision the id of the migration's revision
     * @param number the number of the statement that differs, counted from one
     * @param then what ran, or its beginning
     * @param now what stands there now, or a remark that nothing does
     */
    public EditedMigrationException(String revision, int number, String then, String now) {
        super(
                "Migration " + revision + " has been begun and was edited since: its statement " + number + " was: "
                        + then + " and is now: " + now + " Nothing was changed since.",
                "Put the old text back and run again, or take back what was done with abort (Migrator.abort); edit only"
                        + " what has not run yet.");
        this.revision = revision;
        this.number = number;
    }

    /**
     * Names the revision whose migration was edited.
     *
     * @return its id
     */
    public String revision() {
        return revision;
    }

    /**
     * Numbers the statement that differs.
     *
     * @return its number, counted from one
     */
    public int statementNumber() {
        return number;
    }
}
