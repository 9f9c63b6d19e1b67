package dev.migrate.revision;

import java.util.List;

/** An expression names a revision or branch that does not exist. */
public final class UnknownRevisionException extends RevisionException {

    private final String name;

    private final List<String> suggestions;

    UnknownRevisionException(String name, List<String> suggestions) {
        super(
                "No revision has the id or label " + quoted(name) + ", or an id that begins with it.",
                didYouMean(suggestions)
                        + (name.codePointCount(0, name.length()) < 4
                                ? "Names shorter than four characters must be given whole. "
                                : "")
                        + "Check that its migration is among those that were loaded.");
        this.name = name;
        this.suggestions = List.copyOf(suggestions);
    }

    /**
     * Says the id, prefix or label that nothing has.
     *
     * @return the id, prefix or label that nothing has
     */
    public String name() {
        return name;
    }

    /**
     * Says names that are spelled nearly so, nearest first; may be empty.
     *
     * @return names that are spelled nearly so, nearest first; may be empty
     */
    public List<String> suggestions() {
        return suggestions;
    }
}
