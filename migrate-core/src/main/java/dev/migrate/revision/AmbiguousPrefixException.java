package dev.migrate.revision;

import java.util.List;

/** An expression begins the names of several revisions. */
public final class AmbiguousPrefixException extends RevisionException {

    private final String prefix;

    private final List<String> candidates;

    AmbiguousPrefixException(String prefix, List<String> candidates) {
        super(
                "The prefix " + quoted(prefix) + " begins " + candidates.size() + " names: " + listed(candidates) + ".",
                "Give more characters of the one that you mean.");
        this.prefix = prefix;
        this.candidates = List.copyOf(candidates);
    }

    /**
     * Says the prefix as it was given.
     *
     * @return the prefix as it was given
     */
    public String prefix() {
        return prefix;
    }

    /**
     * Says the ids and labels that begin with it, sorted.
     *
     * @return the ids and labels that begin with it, sorted
     */
    public List<String> candidates() {
        return candidates;
    }
}
