package dev.migrate.spring.boot;

import dev.migrate.CheckResult;
import dev.migrate.error.MigrateException;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The database lacks revisions that the application needs. Nothing was changed. */
public final class SchemaNotUpToDateException extends MigrateException {

    private final transient CheckResult result;

    private SchemaNotUpToDateException(CheckResult result, String problem, String remedy) {
        super(problem, remedy);
        this.result = result;
    }

    /** Whether the application can work with the database, whatever the user may do. */
    static boolean isUsable(CheckResult result) {
        return problems(result).isEmpty();
    }

    static SchemaNotUpToDateException of(CheckResult result) {
        return new SchemaNotUpToDateException(
                result,
                String.join(" ", problems(result)),
                "Migrate the database, for instance in a job of this application with migrate.on-startup=upgrade,"
                        + " and start again.");
    }

    private static List<String> problems(CheckResult result) {
        List<String> problems = new ArrayList<>();
        if (!result.pending().isEmpty()) {
            problems.add("The database is not up to date. Pending: "
                    + result.pending().stream()
                            .map(SchemaNotUpToDateException::described)
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (!result.foreign().isEmpty()) {
            problems.add("The version table has revisions that this application does not contain: "
                    + String.join(", ", result.foreign()) + ".");
        }
        if (!result.journalOnly().isEmpty()) {
            problems.add("The version table is empty, but according to the journal the database is at "
                    + String.join(", ", result.journalOnly()) + ".");
        }
        JournalStep step = result.interrupted();
        if (step != null) {
            problems.add("A step was started and is not complete: " + step.summary() + ".");
        }
        return problems;
    }

    private static String described(RevisionNode revision) {
        return revision.message().isEmpty() ? revision.id() : revision.id() + " (" + revision.message() + ")";
    }

    /**
     * Returns what the check has found.
     *
     * @return the result of the check
     */
    public CheckResult result() {
        return result;
    }
}
