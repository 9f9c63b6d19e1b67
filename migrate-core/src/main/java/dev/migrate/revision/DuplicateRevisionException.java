package dev.migrate.revision;

import java.util.List;

/** Two revisions have the same id. */
public final class DuplicateRevisionException extends RevisionException {

    private final String id;

    private final List<String> messages;

    DuplicateRevisionException(String id, List<String> messages) {
        super(
                "The revision id " + quoted(id) + " is used by " + messages.size() + " migrations: " + listed(messages)
                        + ".",
                "Give all but one of them an id of their own; a database in which one is applied cannot tell them apart.");
        this.id = id;
        this.messages = List.copyOf(messages);
    }

    /**
     * Says the id that is taken twice.
     *
     * @return the id that is taken twice
     */
    public String id() {
        return id;
    }

    /**
     * Says the messages of the revisions that have it, sorted.
     *
     * @return the messages of the revisions that have it, sorted
     */
    public List<String> messages() {
        return messages;
    }
}
