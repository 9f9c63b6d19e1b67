package dev.migrate.revision;

/** A revision has an id that the version table cannot hold or that no expression could name. */
public final class InvalidRevisionIdException extends RevisionException {

    private final String id;

    private final String reason;

    InvalidRevisionIdException(String id, String reason) {
        super(
                "The revision id " + quoted(id) + " cannot be used: it " + reason + ".",
                "Give the migration another id: 1 to 32 characters, such as twelve hexadecimal digits, and none of @ - + :.");
        this.id = id;
        this.reason = reason;
    }

    /**
     * Says the id as it was declared.
     *
     * @return the id as it was declared
     */
    public String id() {
        return id;
    }

    /**
     * Says what is wrong with it, as half a sentence.
     *
     * @return what is wrong with it, as half a sentence
     */
    public String reason() {
        return reason;
    }
}
