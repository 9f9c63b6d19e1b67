package dev.migrate.source;

import java.util.List;

/**
 * The state of a database according to the history table of another tool.
 *
 * @param revisions the ids of the imported revisions that are applied, each after its parent; the last one is to be stamped
 * @param problems why the database cannot be stamped, as complete sentences; empty if it can
 * @param remarks other differences, as complete sentences
 */
public record ImportState(List<String> revisions, List<String> problems, List<String> remarks) {

    /** Copies the lists. */
    public ImportState {
        revisions = List.copyOf(revisions);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
