package dev.migrate.revision;

import java.util.List;

/** A revision depends on a revision or label that does not exist. */
public final class UnknownDependencyException extends RevisionException {

    private final String revision;

    private final String dependency;

    private final List<String> suggestions;

    UnknownDependencyException(String revision, String dependency, List<String> suggestions) {
        super(
                "Revision " + quoted(revision) + " depends on " + quoted(dependency)
                        + ", and no migration has that id or label.",
                didYouMean(suggestions)
                        + "Add the missing migration, or correct the dependency; it takes whole ids and labels, no prefixes.");
        this.revision = revision;
        this.dependency = dependency;
        this.suggestions = List.copyOf(suggestions);
    }

    /**
     * Says the id of the revision whose dependency is missing.
     *
     * @return the id of the revision whose dependency is missing
     */
    public String revision() {
        return revision;
    }

    /**
     * Says the id or label that does not exist.
     *
     * @return the id or label that does not exist
     */
    public String dependency() {
        return dependency;
    }

    /**
     * Says ids and labels that are spelled nearly so, nearest first; may be empty.
     *
     * @return ids and labels that are spelled nearly so, nearest first; may be empty
     */
    public List<String> suggestions() {
        return suggestions;
    }
}
