package dev.migrate.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.migrate.AnalyzedStatement;
import dev.migrate.AnalyzedStep;
import dev.migrate.PlanAnalysis;
import dev.migrate.Rehearsal;
import dev.migrate.RevisionDetails;
import dev.migrate.RevisionStatus;
import dev.migrate.RunResult;
import dev.migrate.ServerInfo;
import dev.migrate.StampResult;
import dev.migrate.Verification;
import dev.migrate.diff.Change;
import dev.migrate.diff.ProbableRename;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.MigrateException;
import dev.migrate.event.CompletedStep;
import dev.migrate.journal.Action;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.lint.Finding;
import dev.migrate.plan.ExpectedTime;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableSize;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.ImportedMigration;
import dev.migrate.source.WrittenMigration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts the records of the library to JSON: each type has the same format in every report. */
final class JsonRecords {

    private final JsonGenerator json;

    JsonRecords(JsonGenerator json) {
        this.json = json;
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    /** Texts from the database may contain passwords. */
    void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, Secrets.masked(value));
        }
    }

    void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(Secrets.masked(value));
        }
        json.writeEndArray();
    }

    void findings(String name, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart(name);
        for (Finding finding : findings) {
            json.writeStartObject();
            text("rule", finding.rule());
            word("severity", finding.severity());
            text("revision", finding.revision());
            text("operation", finding.operation());
            text("consequence", finding.consequence());
            text("suggestion", finding.suggestion());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void verification(Verification verification) throws IOException {
        json.writeObjectFieldStart("server");
        text("product", verification.server().product());
        text("version", verification.server().text());
        json.writeEndObject();
        flag("successful", verification.isSuccessful());
        json.writeArrayFieldStart("revisions");
        for (VerifiedRevision each : verification.revisions()) {
            json.writeStartObject();
            text("revision", each.revision().id());
            word("status", each.status());
            texts("details", each.details());
            text("hash", each.hash());
            json.writeEndObject();
        }
        json.writeEndArray();
        difference("modelDifference", Optional.ofNullable(verification.modelDifference()));
        findings("findings", verification.findings());
    }

    void schemaFile(@Nullable SchemaFile file) throws IOException {
        if (file == null) {
            json.writeNullField("schemaFile");
            return;
        }
        json.writeObjectFieldStart("schemaFile");
        text("file", file.path().toString());
        flag("different", file.isDifferent());
        flag("written", file.isWritten());
        texts("lines", file.differences());
        json.writeEndObject();
    }

    private void word(String name, @Nullable Enum<?> value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, Wording.word(value));
        }
    }

    private void amount(String name, @Nullable Number value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value.longValue());
        }
    }

    private void millis(@Nullable Duration elapsed) throws IOException {
        if (elapsed == null) {
            json.writeNullField("elapsedMillis");
        } else {
            json.writeNumberField("elapsedMillis", elapsed.toMillis());
        }
    }

    void failure(Failure failure) throws IOException {
        json.writeObjectFieldStart("error");
        text("type", failure.type());
        text("reason", failure.reason());
        text("revision", failure.revision());
        text("message", failure.message());
        text("statement", failure.statement());
        text("state", failure.state());
        text("remedy", failure.remedy());
        word("outcome", failure.outcome());
        number("serverCode", failure.serverCode());
        text("sqlState", failure.sqlState());
        json.writeNumberField("exitCode", failure.exitCode().number());
        json.writeEndObject();
    }

    /** Zero means none. */
    private void number(String name, int value) throws IOException {
        if (value == 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    void server(ServerInfo server) throws IOException {
        json.writeObjectFieldStart("server");
        text("product", server.version().product());
        text("version", server.version().text());
        text("database", server.database());
        text("user", server.user());
        json.writeEndObject();
    }

    void run(RunResult result) throws IOException {
        texts("before", result.before());
        texts("after", result.after());
        completed(result.steps());
    }

    void plan(PlanAnalysis analysis) throws IOException {
        texts("before", analysis.before());
        texts("after", analysis.after());
        json.writeArrayFieldStart("steps");
        for (AnalyzedStep step : analysis.steps()) {
            json.writeStartObject();
            word("direction", step.direction());
            repeatable(step.action());
            node(step.revision());
            json.writeArrayFieldStart("statements");
            for (AnalyzedStatement statement : step.statements()) {
                statement(statement);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("replication");
        flag("logged", analysis.replication().isLogged());
        text("format", analysis.replication().format());
        amount("replicas", analysis.replication().replicas());
        json.writeEndObject();
        amount("freeBytes", analysis.freeBytes());
        texts("remarks", analysis.remarks());
    }

    void rehearsal(@Nullable Rehearsal rehearsal) throws IOException {
        if (rehearsal == null) {
            json.writeNullField("rehearsal");
            return;
        }
        json.writeObjectFieldStart("rehearsal");
        flag("successful", rehearsal.isSuccessful());
        json.writeArrayFieldStart("sample");
        for (Map.Entry<String, Long> table : rehearsal.rows().entrySet()) {
            json.writeStartObject();
            text("table", table.getKey());
            amount("rows", table.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("statements");
        for (RehearsedStatement statement : rehearsal.statements()) {
            json.writeStartObject();
            word("direction", statement.direction());
            text("revision", statement.revision().id());
            json.writeNumberField("number", statement.number());
            text("sql", statement.sql());
            flag("done", statement.elapsed() != null);
            millis(statement.elapsed());
            json.writeEndObject();
        }
        json.writeEndArray();
        MigrateException failure = rehearsal.failure();
        if (failure == null) {
            json.writeNullField("error");
        } else {
            failure(Failure.of(failure));
        }
        difference("difference", Optional.ofNullable(rehearsal.difference()));
        difference("remainder", Optional.ofNullable(rehearsal.remainder()));
        texts("remarks", rehearsal.remarks());
        json.writeEndObject();
    }

    private void statement(AnalyzedStatement statement) throws IOException {
        StatementAdvice advice = statement.advice();
        json.writeStartObject();
        text("sql", advice.sql());
        text("operation", statement.operation().description());
        json.writeFieldName("table");
        table(advice.table());
        json.writeFieldName("cost");
        cost(advice.cost());
        json.writeFieldName("time");
        time(statement.time());
        text("rejection", advice.rejection());
        flag("withinLimits", statement.isWithinLimits());
        texts("losses", statement.losses());
        texts("inverse", statement.inverse());
        text("irreversibility", statement.irreversibility());
        json.writeArrayFieldStart("findings");
        for (DataFinding finding : advice.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void finding(DataFinding finding) throws IOException {
        json.writeStartObject();
        word("kind", finding.kind());
        text("description", finding.description());
        flag("fatal", finding.isFatal());
        amount("count", finding.count());
        text("example", finding.example());
        text("query", finding.query());
        flag("mayBeResolved", finding.mayBeResolved());
        json.writeEndObject();
    }

    private void table(@Nullable TableSize table) throws IOException {
        if (table == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text("name", table.table());
        flag("new", table.isNew());
        amount("rows", table.rows());
        amount("bytes", table.bytes());
        json.writeEndObject();
    }

    private void cost(@Nullable DdlCost cost) throws IOException {
        if (cost == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        word("algorithm", cost.algorithm());
        word("lock", cost.lock());
        if (cost.isRebuild() == null) {
            json.writeNullField("rebuild");
        } else {
            flag("rebuild", cost.isRebuild());
        }
        word("source", cost.source());
        json.writeEndObject();
    }

    private void time(@Nullable ExpectedTime time) throws IOException {
        if (time == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        amount("fromMillis", time.from().toMillis());
        amount("toMillis", time.to().toMillis());
        word("basis", time.basis());
        amount("measurements", time.measurements());
        json.writeEndObject();
    }

    void completed(List<CompletedStep> steps) throws IOException {
        json.writeArrayFieldStart("steps");
        for (CompletedStep completed : steps) {
            json.writeStartObject();
            word("direction", completed.direction());
            repeatable(completed.action());
            node(completed.revision());
            json.writeNumberField("statements", completed.statements());
            text("completedAt", Wording.of(completed.completedAt()));
            millis(completed.elapsed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Only for repeatable migrations. */
    private void repeatable(Action action) throws IOException {
        if (action.isRepeatable()) {
            word("action", action);
        }
    }

    private void node(RevisionNode revision) throws IOException {
        text("revision", revision.id());
        text("message", revision.message());
        texts("parents", revision.parents());
        texts("dependsOn", revision.dependsOn());
    }

    void details(List<RevisionDetails> revisions) throws IOException {
        json.writeArrayFieldStart("revisions");
        for (RevisionDetails details : revisions) {
            json.writeStartObject();
            details(details, details.isHead());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void details(RevisionDetails details, boolean isHead) throws IOException {
        node(details.revision());
        texts("labels", details.revision().labels());
        texts("children", details.children());
        texts("branches", details.labels());
        flag("head", isHead);
        flag("branchPoint", details.isBranchPoint());
        flag("mergePoint", details.isMergePoint());
    }

    void statuses(List<RevisionStatus> revisions) throws IOException {
        json.writeArrayFieldStart("revisions");
        for (RevisionStatus status : revisions) {
            json.writeStartObject();
            details(status.details(), status.isHead());
            flag("applied", status.isApplied());
            flag("current", status.isCurrent());
            flag("known", status.isKnown());
            if (status.isRepeatable()) {
                flag("repeatable", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void written(Optional<WrittenMigration> written) throws IOException {
        json.writeFieldName("written");
        if (written.isPresent()) {
            json.writeStartObject();
            source(written.get());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }

    private void source(WrittenMigration written) throws IOException {
        text("file", written.file().toString());
        node(written.revision());
    }

    void imported(List<ImportedMigration> migrations) throws IOException {
        json.writeArrayFieldStart("migrations");
        for (ImportedMigration migration : migrations) {
            json.writeStartObject();
            source(migration.written());
            text("original", migration.original().toString());
            texts("blanks", migration.blanks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void steps(String name, List<JournalStep> steps) throws IOException {
        json.writeArrayFieldStart(name);
        for (JournalStep step : steps) {
            step(step);
        }
        json.writeEndArray();
    }

    void stamp(String name, Optional<StampResult> stamp) throws IOException {
        json.writeFieldName(name);
        if (stamp.isPresent()) {
            json.writeStartObject();
            stamp(stamp.get());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }

    void stamp(StampResult stamp) throws IOException {
        texts("before", stamp.before());
        texts("after", stamp.after());
        steps("notReverted", stamp.notReverted());
    }

    void edited(String name, List<EditedMigration> edited) throws IOException {
        json.writeArrayFieldStart(name);
        for (EditedMigration each : edited) {
            json.writeStartObject();
            text("revision", each.revision());
            json.writeNumberField("step", each.step());
            json.writeArrayFieldStart("statements");
            for (EditedMigration.Difference difference : each.statements()) {
                json.writeStartObject();
                json.writeNumberField("number", difference.number());
                text("before", difference.before());
                text("now", difference.now());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void step(String name, @Nullable JournalStep step) throws IOException {
        json.writeFieldName(name);
        if (step == null) {
            json.writeNull();
        } else {
            step(step);
        }
    }

    private void step(JournalStep step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", step.number());
        word("action", step.action());
        word("state", step.state());
        text("revision", step.revision());
        text("message", step.message());
        texts("parents", step.parents());
        texts("dependsOn", step.dependsOn());
        text("startedAt", Wording.of(step.startedAt()));
        millis(step.elapsed());
        text("note", step.note());
        actor(step.actor());
        json.writeNumberField("statementCount", step.statementCount());
        json.writeArrayFieldStart("statements");
        for (JournalStatement statement : step.statements()) {
            statement(statement);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void actor(JournalStep.Actor actor) throws IOException {
        json.writeObjectFieldStart("actor");
        text("account", actor.account());
        json.writeNumberField("connection", actor.connection());
        text("process", actor.process());
        text("library", actor.library());
        json.writeEndObject();
    }

    private void statement(JournalStatement statement) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", statement.number());
        word("state", statement.state());
        text("text", statement.text());
        text("startedAt", Wording.of(statement.startedAt()));
        millis(statement.elapsed());
        text("note", statement.note());
        json.writeEndObject();
    }

    void difference(String name, Optional<SchemaDiff> diff) throws IOException {
        json.writeFieldName(name);
        if (diff.isPresent()) {
            json.writeStartObject();
            difference(diff.get());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }

    void difference(SchemaDiff diff) throws IOException {
        flag("different", !diff.isEmpty());
        json.writeArrayFieldStart("changes");
        for (Change change : diff.changes()) {
            json.writeStartObject();
            text("operation", change.operation().description());
            texts("notes", change.notes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("probableRenames");
        for (ProbableRename rename : diff.probableRenames()) {
            json.writeStartObject();
            text("table", rename.table());
            text("from", rename.from());
            text("to", rename.to());
            text("why", rename.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("remarks", diff.remarks());
        texts("notices", diff.notices());
    }
}
