package dev.migrate.revision;

import java.util.List;

/** The version table holds an id that no migration has. */
public final class UnknownStoredRevisionException extends RevisionException {

    private final List<String> unknown;

    private final List<String> suggestions;

    UnknownStoredRevisionException(List<String> unknown, List<String> suggestions) {
        super(
                "The version table holds " + listed(unknown) + ", and no migration that was loaded has "
                        + (unknown.size() == 1 ? "that id." : "these ids."),
                didYouMean(suggestions)
                        + "If the migration exists elsewhere (a newer version of the application, another branch of its sources),"
                        + " bring it here. If it was removed on purpose, stamp with purge tells the table where the database really stands.");
        this.unknown = List.copyOf(unknown);
        this.suggestions = List.copyOf(suggestions);
    }

    /**
     * Says the stored ids that no migration has, sorted.
     *
     * @return the stored ids that no migration has, sorted
     */
    public List<String> unknown() {
        return unknown;
    }

    /**
     * Says ids of migrations that are spelled nearly so, nearest first; may be empty.
     *
     * @return ids of migrations that are spelled nearly so, nearest first; may be empty
     */
    public List<String> suggestions() {
        return suggestions;
    }
}
