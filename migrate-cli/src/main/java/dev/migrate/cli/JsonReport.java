package dev.migrate.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.WrittenMigration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes results as JSON: one object per command, as documented in docs/json.md. */
final class JsonReport implements Report {

    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    /** The contents between the braces. */
    private interface Fields {
        void write(JsonRecords json) throws IOException;
    }

    private void print(Fields fields) {
        try (JsonGenerator generator = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            generator.writeStartObject();
            fields.write(new JsonRecords(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    @Override
    public void failed(Failure failure, CompletedWork completed) {
        print(json -> {
            json.failure(failure);
            json.flag("databaseCreated", completed.database().isPresent());
            json.flag("versionTableCreated", completed.isVersionTableCreated());
            json.completed(completed.steps());
            json.texts("written", files(completed.written()));
        });
    }

    @Override
    public void initialised(InitResult result, Optional<String> database) {
        print(json -> {
            json.text("database", database.orElse(null));
            json.flag("databaseCreated", result.isDatabaseCreated());
            json.flag("versionTableCreated", result.isVersionTableCreated());
            json.run(result.upgrade());
        });
    }

    @Override
    public void checked(CheckResult result, Optional<SchemaDiff> diff, Function<Change, List<String>> details) {
        print(json -> {
            json.server(result.server());
            json.flag("readOnly", result.isReadOnly());
            json.flag("multiPrimary", result.isMultiPrimary());
            json.texts("missingPrivileges", result.missingPrivileges());
            json.texts("applied", ids(result.applied()));
            json.texts("pending", ids(result.pending()));
            json.texts("newer", result.newer());
            json.texts("foreign", result.foreign());
            json.texts("journalOnly", result.journalOnly());
            json.edited("edited", result.edited());
            json.step("interrupted", result.interrupted());
            json.difference("difference", diff);
        });
    }

    private static List<String> ids(List<RevisionNode> revisions) {
        return revisions.stream().map(RevisionNode::id).toList();
    }

    @Override
    public void linted(List<Finding> findings) {
        print(json -> json.findings("findings", findings));
    }

    @Override
    public void verified(
            Verification verification,
            Optional<SchemaFile> file,
            Optional<Path> recorded,
            Function<Change, List<String>> details) {
        print(json -> {
            json.verification(verification);
            json.schemaFile(file.orElse(null));
            json.text("recorded", recorded.map(Path::toString).orElse(null));
        });
    }

    @Override
    public void planned(PlanAnalysis analysis, List<Finding> findings, Optional<Rehearsal> rehearsal) {
        print(json -> {
            json.plan(analysis);
            json.findings("rules", findings);
            json.rehearsal(rehearsal.orElse(null));
        });
    }

    @Override
    public void upgraded(RunResult result) {
        print(json -> json.run(result));
    }

    @Override
    public void downgraded(RunResult result) {
        print(json -> json.run(result));
    }

    @Override
    public void stamped(StampResult result) {
        print(json -> json.stamp(result));
    }

    @Override
    public void importPlanned(ImportPlan plan, Optional<ImportState> state) {
        importWritten(plan, state, List.of(), Optional.empty());
    }

    @Override
    public void importWritten(
            ImportPlan plan,
            Optional<ImportState> state,
            List<WrittenMigration> written,
            Optional<StampResult> stamped) {
        print(json -> {
            json.texts(
                    "files",
                    plan.files().stream().map(file -> file.target().toString()).toList());
            json.texts("repeatables", plan.repeatables());
            json.texts("tasks", plan.tasks());
            json.texts("applied", state.map(ImportState::revisions).orElse(List.of()));
            json.texts("remarks", state.map(ImportState::remarks).orElse(List.of()));
            json.texts("problems", state.map(ImportState::problems).orElse(List.of()));
            json.texts("written", files(written));
            json.stamp("stamped", stamped);
        });
    }

    private static List<String> files(List<WrittenMigration> written) {
        return written.stream().map(each -> each.file().toString()).toList();
    }

    @Override
    public void baseline(SchemaDiff diff) {
        print(json -> json.texts(
                "operations",
                diff.changes().stream()
                        .map(change -> change.operation().description())
                        .toList()));
    }

    @Override
    public void baselineWritten(
            WrittenMigration written,
            SchemaDiff diff,
            Optional<StampResult> stamped,
            Function<Change, List<String>> details) {
        print(json -> {
            json.written(Optional.of(written));
            json.difference("difference", Optional.of(diff));
            json.stamp("stamped", stamped);
        });
    }

    @Override
    public void accepted(List<EditedMigration> edited) {
        print(json -> json.edited("accepted", edited));
    }

    @Override
    public void aborted(JournalStep step) {
        print(json -> json.step("step", step));
    }

    @Override
    public void resolved(JournalStep step) {
        print(json -> json.step("step", step));
    }

    @Override
    public void current(List<RevisionStatus> current, Optional<JournalStep> interrupted, List<JournalStep> journal) {
        print(json -> {
            json.statuses(current);
            json.step("interrupted", interrupted.orElse(null));
            json.steps("journal", journal);
        });
    }

    @Override
    public void history(List<RevisionStatus> history, List<JournalStep> journal) {
        print(json -> {
            json.statuses(history);
            json.steps("journal", journal);
        });
    }

    /** The parents contain all information of a graph. */
    @Override
    public void graph(HistoryChart chart, List<RevisionStatus> history, List<JournalStep> journal) {
        history(history, journal);
    }

    @Override
    public void journal(List<JournalStep> steps) {
        print(json -> json.steps("steps", steps));
    }

    @Override
    public void heads(List<RevisionDetails> heads) {
        print(json -> json.details(heads));
    }

    @Override
    public void branches(List<RevisionDetails> branchPoints) {
        print(json -> json.details(branchPoints));
    }

    @Override
    public void shown(List<RevisionDetails> revisions) {
        print(json -> json.details(revisions));
    }

    @Override
    public void written(WrittenMigration written) {
        print(json -> json.written(Optional.of(written)));
    }

    @Override
    public void imported(AlembicImportResult result) {
        print(json -> {
            json.imported(result.migrations());
            json.text("withoutSql", result.withoutSql());
        });
    }

    @Override
    public void nothingWritten() {
        print(json -> json.written(Optional.empty()));
    }

    @Override
    public void different(SchemaDiff diff, Supplier<List<String>> statements, Function<Change, List<String>> details) {
        print(json -> {
            json.difference(diff);
            json.texts("statements", statements.get());
        });
    }

    @Override
    public void differentInSql(SchemaDiff diff, List<String> statements) {
        different(diff, () -> statements, change -> List.of());
    }
}
