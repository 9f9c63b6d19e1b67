package dev.migrate.error;

/** A migration that does not say how it is taken back does something whose inverse cannot be derived. Nothing has run. */
public final class IrreversibleMigrationException extends MigrateException {

    private final String revision;

    /**
     * Says which migration cannot be taken back.
     *
     * @param revision the id of the migration's revision
     * @param cause says which of its operations, and why
     */
    public IrreversibleMigrationException(String revision, MigrateException cause) {
        super(
                "Migration " + revision + " cannot be taken back. " + cause.problem()
                        + " Nothing was run, the database is as it was.",
                cause.remedy(),
                cause);
        this.revision = revision;
    }

    /**
     * Names the revision whose migration cannot be taken back.
     *
     * @return its id
     */
    public String revision() {
        return revision;
    }
}
