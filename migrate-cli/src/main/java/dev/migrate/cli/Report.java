package dev.migrate.cli;

import dev.migrate.AlembicImportResult;
import dev.migrate.ImportedMigration;
import dev.migrate.RevisionDetails;
import dev.migrate.RevisionStatus;
import dev.migrate.RunResult;
import dev.migrate.ServerInfo;
import dev.migrate.StampResult;
import dev.migrate.WrittenMigration;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.Direction;
import dev.migrate.revision.HistoryChart;
import dev.migrate.revision.RevisionNode;
import java.io.PrintWriter;
import java.util.List;

/** How results are written for people; the forms are those that users of Alembic know. */
final class Report {

    private static final String BASE = "<base>";

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void print(String verb, RunResult result) {
        for (CompletedStep completed : result.steps()) {
            RevisionNode revision = completed.step().revision();
            String parents = idsOrBase(revision.parents());
            boolean isUp = completed.step().direction() == Direction.UP;
            String move = isUp ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
            out.println(verb + " " + move + message(revision));
        }
        if (result.steps().isEmpty()) {
            out.println("Nothing to do: the database is at " + idsOrBase(result.after()) + ".");
        }
    }

    void print(ServerInfo server) {
        out.println("Server:   " + server.version().product());
        out.println("Version:  " + server.version().text());
        out.println("Database: " + server.database());
        out.println("User:     " + server.user());
    }

    void print(StampResult result) {
        out.println("Stamped " + idsOrBase(result.before()) + " -> " + idsOrBase(result.after()));
    }

    void print(WrittenMigration written) {
        RevisionNode revision = written.revision();
        out.println("Wrote " + written.file());
        out.println(idsOrBase(revision.parents()) + " -> " + revision.id() + message(revision));
    }

    void print(AlembicImportResult result) {
        for (ImportedMigration migration : result.migrations()) {
            print(migration.written());
            if (!migration.blanks().isEmpty()) {
                out.println("To be written by hand: " + String.join(" and ", migration.blanks()) + ", as in "
                        + migration.original());
            }
        }
        result.withoutSql().ifPresent(reason -> out.println("Alembic was not asked for the SQL: " + reason));
    }

    void printAborted(JournalStep step) {
        out.println("Aborted " + step.revision() + (step.message().isEmpty() ? "" : ", " + step.message()));
    }

    void printResolved(JournalStep step) {
        out.println("Resolved " + oneLine(step.summary()));
    }

    void printUnfinished(JournalStep step) {
        out.println("Unfinished: " + oneLine(step.summary()));
    }

    /** What was done with revisions, below a list of them. */
    void printBelow(List<JournalStep> steps) {
        if (!steps.isEmpty()) {
            out.println();
            printJournal(steps, true);
        }
    }

    void printJournal(List<JournalStep> steps, boolean isInFull) {
        for (JournalStep step : steps) {
            List<String> lines = isInFull ? JournalText.inFull(step) : List.of(JournalText.line(step));
            lines.forEach(out::println);
        }
    }

    void printCurrent(List<RevisionStatus> current) {
        current.forEach(status -> out.println(marked(status)));
    }

    void printHistory(List<RevisionStatus> history) {
        history.forEach(status -> out.println(idsOrBase(status.revision().parents()) + " -> " + marked(status)));
    }

    void print(HistoryChart chart) {
        chart.lines().forEach(line -> out.println(line.text()));
    }

    void printDetails(List<RevisionDetails> revisions) {
        revisions.forEach(details -> out.println(marked(details, false)));
    }

    void printBranches(List<RevisionDetails> branchPoints) {
        for (RevisionDetails details : branchPoints) {
            out.println(marked(details, false));
            details.children().forEach(child -> out.println("    -> " + child));
        }
    }

    void printInFull(List<RevisionDetails> revisions) {
        for (RevisionDetails details : revisions) {
            RevisionNode revision = details.revision();
            out.println("Revision: " + marked(details, false));
            out.println((details.isMergePoint() ? "Merges:   " : "Parent:   ") + idsOrBase(revision.parents()));
            printIfAny("Needs:    ", revision.dependsOn());
            printIfAny("Children: ", details.children());
            printIfAny("Branches: ", details.labels());
        }
    }

    private void printIfAny(String title, List<String> names) {
        if (!names.isEmpty()) {
            out.println(title + String.join(", ", names));
        }
    }

    private static String marked(RevisionStatus status) {
        return marked(status.details(), status.isCurrent());
    }

    private static String marked(RevisionDetails details, boolean isCurrent) {
        RevisionNode revision = details.revision();
        return revision.id()
                + (revision.labels().isEmpty() ? "" : " (" + String.join(", ", revision.labels()) + ")")
                + (details.isHead() ? " (head)" : "")
                + (isCurrent ? " (current)" : "")
                + (details.isBranchPoint() ? " (branchpoint)" : "")
                + (details.isMergePoint() ? " (mergepoint)" : "")
                + message(revision);
    }

    private static String message(RevisionNode revision) {
        return revision.message().isEmpty() ? "" : ", " + revision.message();
    }

    private static String oneLine(String text) {
        return Secrets.masked(Words.oneLine(text));
    }

    static List<String> ids(List<RevisionStatus> revisions) {
        return revisions.stream().map(status -> status.revision().id()).toList();
    }

    static String idsOrBase(List<String> ids) {
        return ids.isEmpty() ? BASE : String.join(", ", ids);
    }
}
