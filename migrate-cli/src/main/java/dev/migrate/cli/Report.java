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
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalStep;
import dev.migrate.lint.Finding;
import dev.migrate.revision.HistoryChart;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.WrittenMigration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes the result of a command; one method per command. */
interface Report {

    /** The command has failed; the text of the error is printed elsewhere. */
    void failed(Failure failure, CompletedWork completed);

    /** The database has a name if it could be created. */
    void initialised(InitResult result, Optional<String> database);

    /** The differences are empty without a model. */
    void checked(CheckResult result, Optional<SchemaDiff> diff, Function<Change, List<String>> details);

    void linted(List<Finding> findings);

    /**
     * The schema file is empty without one, or if a migration failed; the other file contains the verified downgrades, if
     * requested.
     */
    void verified(
            Verification verification,
            Optional<SchemaFile> file,
            Optional<Path> recorded,
            Function<Change, List<String>> details);

    void planned(PlanAnalysis analysis, List<Finding> findings, Optional<Rehearsal> rehearsal);

    void upgraded(RunResult result);

    void downgraded(RunResult result);

    void stamped(StampResult result);

    /** The plan of an import that was not carried out, and the state of the database if it was read. */
    void importPlanned(ImportPlan plan, Optional<ImportState> state);

    /** An import that was carried out, and the stamp if the database was stamped. */
    void importWritten(
            ImportPlan plan,
            Optional<ImportState> state,
            List<WrittenMigration> written,
            Optional<StampResult> stamped);

    /** The changes that the first migration of a database would contain. */
    void baseline(SchemaDiff diff);

    /** A written baseline, and either the stamp, or the differences between the database and what it creates. */
    void baselineWritten(
            WrittenMigration written,
            SchemaDiff diff,
            Optional<StampResult> stamped,
            Function<Change, List<String>> details);

    /** The edited migrations whose current statements were accepted. */
    void accepted(List<EditedMigration> edited);

    void aborted(JournalStep step);

    void resolved(JournalStep step);

    /** The journal contains the last action on these revisions, if requested. */
    void current(List<RevisionStatus> current, Optional<JournalStep> interrupted, List<JournalStep> journal);

    /** The journal contains the actions on these revisions, if requested. */
    void history(List<RevisionStatus> history, List<JournalStep> journal);

    /** The same as a graph, if the format supports it. */
    void graph(HistoryChart chart, List<RevisionStatus> history, List<JournalStep> journal);

    void journal(List<JournalStep> steps);

    void heads(List<RevisionDetails> heads);

    void branches(List<RevisionDetails> branchPoints);

    void shown(List<RevisionDetails> revisions);

    void written(WrittenMigration written);

    void imported(AlembicImportResult result);

    void nothingWritten();

    /** The statements and the details of changes are generated only if they are printed. */
    void different(SchemaDiff diff, Supplier<List<String>> statements, Function<Change, List<String>> details);

    /** As statements, if the format supports it. */
    void differentInSql(SchemaDiff diff, List<String> statements);
}
