package dev.migrate.cli;

import dev.migrate.CheckResult;
import dev.migrate.InitResult;
import dev.migrate.PlanAnalysis;
import dev.migrate.Rehearsal;
import dev.migrate.RevisionDetails;
import dev.migrate.RevisionStatus;
import dev.migrate.RunResult;
import dev.migrate.StampResult;
import dev.migrate.Verification;
import dev.migrate.diff.Change;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.event.CompletedStep;
import dev.migrate.journal.Action;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalStep;
import dev.migrate.lint.Finding;
import dev.migrate.lint.Severity;
import dev.migrate.plan.Direction;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.revision.HistoryChart;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.ImportedMigration;
import dev.migrate.source.WrittenMigration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes results as text, in formats that users of Alembic know. */
final class TextReport implements Report {

    private static final String BASE = "<base>";
    private static final String REPEATABLE = "repeatable: ";

    private final PrintWriter out;
    private final Paint paint;
    private final boolean isQuiet;
    private final boolean isVerbose;

    /**
     * Creates a report.
     *
     * @param out the output
     * @param paint the colors
     * @param isQuiet whether only requested information is printed
     * @param isVerbose whether lists contain details
     */
    TextReport(PrintWriter out, Paint paint, boolean isQuiet, boolean isVerbose) {
        this.out = out;
        this.paint = paint;
        this.isQuiet = isQuiet;
        this.isVerbose = isVerbose;
    }

    /** Reports a completed action. */
    private void say(String line) {
        if (!isQuiet) {
            out.println(line);
        }
    }

    @Override
    public void failed(Failure failure, CompletedWork completed) {
        completed.database().ifPresent(this::databaseCreated);
        if (completed.isVersionTableCreated()) {
            versionTableCreated();
        }
        completed.steps().forEach(this::completed);
        completed.written().forEach(this::written);
    }

    private void databaseCreated(String name) {
        say("Created database " + name);
    }

    private void versionTableCreated() {
        say("Created version table");
    }

    @Override
    public void initialised(InitResult result, Optional<String> database) {
        if (result.isDatabaseCreated()) {
            databaseCreated(database.orElseThrow());
        }
        if (result.isVersionTableCreated()) {
            versionTableCreated();
        }
        if (!result.upgrade().steps().isEmpty() || result.isNothingDone()) {
            upgraded(result.upgrade());
        }
    }

    @Override
    public void checked(CheckResult result, Optional<SchemaDiff> diff, Function<Change, List<String>> details) {
        out.println("Server:   " + result.server().version().product());
        out.println("Version:  " + result.server().version().text());
        out.println("Database: " + result.server().database());
        out.println("User:     " + result.server().user());
        out.println("Rights:   "
                + (result.missingPrivileges().isEmpty()
                        ? "all that migrations require"
                        : paint.red("missing: " + String.join(", ", result.missingPrivileges()))));
        if (result.isReadOnly()) {
            out.println(paint.red("The server is read-only, like a replica."));
        }
        if (result.isMultiPrimary()) {
            out.println(
                    paint.red("Several servers of the cluster accept writes: a run requires --accept-multi-primary."));
        }
        if (!result.applied().isEmpty() || !result.pending().isEmpty()) {
            out.println("Applied:  " + Wording.counted(result.applied().size(), "revision"));
            out.println("Pending:  "
                    + Wording.counted(
                            result.pending().size() - result.repeatables().size(), "revision"));
            result.pending()
                    .forEach(revision -> out.println("    "
                            + (result.repeatables().contains(revision.id())
                                    ? move(revision, Action.REPEAT)
                                    : move(revision, true))
                            + message(revision)));
        }
        if (!result.newer().isEmpty()) {
            out.println("Ahead:    a newer version of the project applied " + String.join(", ", result.newer()));
        }
        if (!result.foreign().isEmpty()) {
            out.println(paint.red("Unknown:  no migration and no journal entry explains "
                    + String.join(", ", result.foreign()) + " in the version table"));
        }
        if (!result.journalOnly().isEmpty()) {
            out.println(
                    paint.red("Emptied:  the version table is empty, but according to the journal, the database is at "
                            + String.join(", ", result.journalOnly())));
            out.println("    If it is, restore the version table with stamp.");
        }
        result.edited().forEach(this::edited);
        if (result.interrupted() != null) {
            interrupted(result.interrupted());
        }
        if (diff.isPresent()) {
            out.println();
            new DiffText(out, details).print(diff.get());
        }
    }

    @Override
    public void planned(PlanAnalysis analysis, List<Finding> findings, Optional<Rehearsal> rehearsal) {
        PlanText.lines(analysis, findings, rehearsal, paint).forEach(out::println);
    }

    @Override
    public void upgraded(RunResult result) {
        print(result);
    }

    @Override
    public void downgraded(RunResult result) {
        print(result);
    }

    private void print(RunResult result) {
        result.steps().forEach(this::completed);
        if (result.steps().isEmpty()) {
            say("Nothing to do: the database is at " + idsOrBase(result.after()) + ".");
        }
    }

    private void completed(CompletedStep step) {
        RevisionNode revision = step.revision();
        String verb = switch (step.action()) {
            case REPEAT -> "Repeated ";
            case RESTORE -> "Restored ";
            case REMOVE -> "Removed ";
            case UP, STAMP -> "Upgraded ";
            case DOWN, UNSTAMP, ABORT -> "Downgraded ";
        };
        boolean isUp = step.direction() == Direction.UP;
        say(verb + (step.action().isRepeatable() ? revision.id() : move(revision, isUp)) + message(revision));
    }

    /** Returns the change of the version table, or the action on a repeatable migration. */
    static String move(RevisionNode revision, Action action) {
        return action.isRepeatable()
                ? Wording.word(action) + " " + revision.id()
                : move(revision, action == Action.UP || action == Action.STAMP);
    }

    static String move(RevisionNode revision, boolean isUp) {
        String parents = idsOrBase(revision.parents());
        return isUp ? parents + " -> " + revision.id() : revision.id() + " -> " + parents;
    }

    @Override
    public void stamped(StampResult result) {
        say("Stamped " + idsOrBase(result.before()) + " -> " + idsOrBase(result.after()));
        for (JournalStep step : result.notReverted()) {
            say(paint.red("Not reverted:") + " " + oneLine(step.summary()));
            JournalText.statements(step).forEach(this::say);
        }
    }

    @Override
    public void importPlanned(ImportPlan plan, Optional<ImportState> state) {
        plan.files()
                .forEach(file -> out.println(
                        "Would write " + file.target() + " (" + file.revision().id()
                                + (file.isRepeatable() ? ", repeatable" : "") + ") from " + file.original()));
        importNotes(plan, state);
        if (state.isPresent() && !state.get().problems().isEmpty()) {
            out.println("Nothing was changed.");
            return;
        }
        state.flatMap(ImportCommand::current).ifPresent(id -> out.println("Would stamp the database at " + id));
        out.println("Nothing was changed. Repeat the command with --yes to import.");
    }

    private void importNotes(ImportPlan plan, Optional<ImportState> state) {
        plan.tasks().forEach(task -> out.println("To do: " + task));
        state.ifPresent(known -> {
            known.remarks().forEach(remark -> out.println("Note: " + remark));
            known.problems().forEach(problem -> out.println(paint.red("Problem: " + problem)));
        });
    }

    @Override
    public void importWritten(
            ImportPlan plan,
            Optional<ImportState> state,
            List<WrittenMigration> written,
            Optional<StampResult> stamped) {
        importNotes(plan, state);
        List<String> repeatables = plan.repeatables();
        written.forEach(
                each -> written(each, repeatables.contains(each.revision().id())));
        stamped.ifPresent(this::stamped);
    }

    @Override
    public void baseline(SchemaDiff diff) {
        diff.changes()
                .forEach(change -> out.println(
                        "Would write: " + Wording.oneLine(change.operation().description())));
        out.println(
                "Nothing was changed. Repeat the command with --yes to write the migration and to stamp the database.");
    }

    @Override
    public void baselineWritten(
            WrittenMigration written,
            SchemaDiff diff,
            Optional<StampResult> stamped,
            Function<Change, List<String>> details) {
        written(written);
        if (stamped.isPresent()) {
            stamped(stamped.get());
        } else {
            out.println(paint.red("The migration does not create the schema of the database. It was not stamped:"));
            new DiffText(out, details).print(diff);
        }
    }

    private void edited(EditedMigration edited) {
        out.println(paint.red("Edited:   " + edited.revision() + " has changed since it ran"));
        for (EditedMigration.Difference difference : edited.statements()) {
            out.println("    statement " + difference.number());
            line("- ", difference.before());
            line("+ ", difference.now());
        }
    }

    private void line(String sign, String statement) {
        if (!statement.isEmpty()) {
            out.println("    " + sign + statement);
        }
    }

    @Override
    public void accepted(List<EditedMigration> edited) {
        if (edited.isEmpty()) {
            say("Nothing to accept: no applied migration has changed since it ran.");
        }
        edited.forEach(each -> say("Accepted " + each.revision()));
    }

    @Override
    public void aborted(JournalStep step) {
        say("Aborted " + step.revision() + (step.message().isEmpty() ? "" : ", " + step.message()));
    }

    @Override
    public void resolved(JournalStep step) {
        say("Resolved " + oneLine(step.summary()));
    }

    @Override
    public void written(WrittenMigration written) {
        written(written, false);
    }

    private void written(WrittenMigration written, boolean isRepeatable) {
        RevisionNode revision = written.revision();
        if (isQuiet) {
            out.println(written.file());
            return;
        }
        out.println("Wrote " + written.file());
        out.println((isRepeatable ? REPEATABLE + revision.id() : move(revision, true)) + message(revision));
    }

    @Override
    public void imported(AlembicImportResult result) {
        for (ImportedMigration migration : result.migrations()) {
            written(migration.written());
            if (!migration.blanks().isEmpty()) {
                out.println("To be written by hand: " + String.join(" and ", migration.blanks()) + ", as in "
                        + migration.original());
            }
        }
        if (result.withoutSql() != null) {
            out.println("Alembic did not generate the SQL: " + result.withoutSql());
        }
    }

    @Override
    public void nothingWritten() {
        say("No differences: nothing was written.");
    }

    @Override
    public void current(List<RevisionStatus> current, Optional<JournalStep> interrupted, List<JournalStep> journal) {
        current.forEach(status -> out.println(marked(status)));
        interrupted.ifPresent(this::interrupted);
        printJournal(journal);
    }

    private void interrupted(JournalStep step) {
        out.println(paint.red("Interrupted:") + " " + oneLine(step.summary()));
        out.println("    " + step.remedy());
    }

    @Override
    public void history(List<RevisionStatus> history, List<JournalStep> journal) {
        history.forEach(status -> out.println(
                status.isRepeatable()
                        ? REPEATABLE
                                + status.revision().id()
                                + (status.isApplied() ? "" : " (pending)")
                                + message(status.revision())
                        : idsOrBase(status.revision().parents()) + " -> " + marked(status)));
        printJournal(journal);
    }

    @Override
    public void graph(HistoryChart chart, List<RevisionStatus> history, List<JournalStep> journal) {
        chart.lines().forEach(line -> out.println(line.text()));
        printJournal(journal);
    }

    /** The actions on revisions, below a list of them. */
    private void printJournal(List<JournalStep> steps) {
        if (!steps.isEmpty()) {
            out.println();
            steps.forEach(step -> JournalText.inFull(step).forEach(out::println));
        }
    }

    @Override
    public void journal(List<JournalStep> steps) {
        for (JournalStep step : steps) {
            List<String> lines = isVerbose ? JournalText.inFull(step) : List.of(JournalText.line(step));
            lines.forEach(out::println);
        }
    }

    @Override
    public void linted(List<Finding> findings) {
        findings.forEach(finding -> LintText.lines(finding, paint).forEach(out::println));
        say(LintText.summary(findings));
    }

    @Override
    public void verified(
            Verification verification,
            Optional<SchemaFile> file,
            Optional<Path> recorded,
            Function<Change, List<String>> details) {
        for (VerifiedRevision revision : verification.revisions()) {
            List<String> lines = VerificationText.lines(revision, paint);
            lines.forEach(revision.status() == VerifiedRevision.Status.VERIFIED ? this::say : out::println);
        }
        SchemaDiff difference = verification.modelDifference();
        if (difference != null && !difference.isEmpty()) {
            out.println(paint.red("The model differs. From the migrated schema to the model:"));
            new DiffText(out, details).print(difference);
        }
        verification.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> LintText.lines(finding, paint).forEach(out::println));
        file.ifPresent(compared ->
                VerificationText.lines(compared).forEach(compared.isDifferent() ? out::println : this::say));
        recorded.ifPresent(path -> say("Recorded in " + path));
        say(VerificationText.summary(verification));
    }

    @Override
    public void heads(List<RevisionDetails> heads) {
        if (isVerbose) {
            shown(heads);
        } else {
            heads.forEach(details -> out.println(marked(details, false)));
        }
    }

    @Override
    public void branches(List<RevisionDetails> branchPoints) {
        for (RevisionDetails details : branchPoints) {
            out.println(marked(details, false));
            details.children().forEach(child -> out.println("    -> " + child));
        }
    }

    @Override
    public void shown(List<RevisionDetails> revisions) {
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

    @Override
    public void different(SchemaDiff diff, Supplier<List<String>> statements, Function<Change, List<String>> details) {
        new DiffText(out, details).print(diff);
    }

    @Override
    public void differentInSql(SchemaDiff diff, List<String> statements) {
        new DiffText(out, change -> List.of()).printSql(diff, statements);
    }

    private String marked(RevisionStatus status) {
        return marked(status.details(), status.isCurrent())
                + (status.isKnown() ? "" : paint.red(" (not in these migrations)"));
    }

    private String marked(RevisionDetails details, boolean isCurrent) {
        RevisionNode revision = details.revision();
        return revision.id()
                + (revision.labels().isEmpty() ? "" : " (" + String.join(", ", revision.labels()) + ")")
                + (details.isHead() ? paint.green(" (head)") : "")
                + (isCurrent ? paint.green(" (current)") : "")
                + (details.isBranchPoint() ? " (branchpoint)" : "")
                + (details.isMergePoint() ? " (mergepoint)" : "")
                + message(revision);
    }

    static String message(RevisionNode revision) {
        return revision.message().isEmpty() ? "" : ", " + revision.message();
    }

    private static String oneLine(String text) {
        return Secrets.masked(Wording.oneLine(text));
    }

    static String idsOrBase(List<String> ids) {
        return ids.isEmpty() ? BASE : String.join(", ", ids);
    }
}
