package dev.migrate.cli;

import dev.migrate.CheckResult;
import dev.migrate.InitResult;
import dev.migrate.RevisionDetails;
import dev.migrate.RevisionStatus;
import dev.migrate.RunResult;
import dev.migrate.StampResult;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.HistoryChart;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.WrittenMigration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what a command has found or done, once for each command. */
interface Report {

    /** The database has a name if it could be created. */
    void initialised(InitResult result, Optional<String> database);

    /** The differences are there if a model is. */
    void checked(CheckResult result, Optional<SchemaDiff> diff);

    void upgraded(RunResult result);

    void downgraded(RunResult result);

    void stamped(StampResult result);

    void aborted(JournalStep step);

    void resolved(JournalStep step);

    /** The journal has what was done last with these revisions, if it was asked for. */
    void current(List<RevisionStatus> current, Optional<JournalStep> interrupted, List<JournalStep> journal);

    /** The journal has what was done with these revisions, if it was asked for. */
    void history(List<RevisionStatus> history, List<JournalStep> journal);

    /** The same as a drawing, where something can be drawn. */
    void graph(HistoryChart chart, List<RevisionStatus> history, List<JournalStep> journal);

    void journal(List<JournalStep> steps);

    void heads(List<RevisionDetails> heads);

    void branches(List<RevisionDetails> branchPoints);

    void shown(List<RevisionDetails> revisions);

    void written(WrittenMigration written);

    void imported(AlembicImportResult result);

    void nothingWritten();

    /** The statements are asked for only where they are shown. */
    void different(SchemaDiff diff, Supplier<List<String>> statements);

    /** As statements, where that is another form. */
    void differentInSql(SchemaDiff diff, List<String> statements);
}
