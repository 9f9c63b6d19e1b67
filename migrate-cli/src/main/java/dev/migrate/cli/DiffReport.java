package dev.migrate.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.migrate.diff.Change;
import dev.migrate.diff.ProbableRename;
import dev.migrate.diff.SchemaDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** How differences are written. */
final class DiffReport {

    private final PrintWriter out;

    DiffReport(PrintWriter out) {
        this.out = out;
    }

    void print(SchemaDiff diff) {
        if (diff.isEmpty()) {
            out.println("No differences.");
        }
        for (Change change : diff.changes()) {
            out.println(Words.oneLine(change.operation().description()));
            change.notes().forEach(note -> out.println("    # " + Words.oneLine(note)));
        }
        diff.remarks().forEach(remark -> out.println("# " + Words.oneLine(remark)));
    }

    /** A statement that merges several changes has no single place for their notes, so they stand in front. */
    void printSql(SchemaDiff diff, List<String> statements) {
        diff.remarks().forEach(remark -> out.println("-- " + Words.oneLine(remark)));
        diff.changes().forEach(change -> change.notes().forEach(note -> out.println("-- " + Words.oneLine(note))));
        statements.forEach(statement -> out.println(statement + ";"));
    }

    void printJson(SchemaDiff diff, List<String> statements) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("different", !diff.isEmpty());
            json.writeArrayFieldStart("changes");
            for (Change change : diff.changes()) {
                json.writeStartObject();
                json.writeStringField("operation", change.operation().description());
                writeTexts(json, "notes", change.notes());
                json.writeEndObject();
            }
            json.writeEndArray();
            writeTexts(json, "statements", statements);
            writeRenames(json, diff.probableRenames());
            writeTexts(json, "remarks", diff.remarks());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void writeRenames(JsonGenerator json, List<ProbableRename> renames) throws IOException {
        json.writeArrayFieldStart("probableRenames");
        for (ProbableRename rename : renames) {
            json.writeStartObject();
            json.writeStringField("table", rename.table());
            json.writeStringField("from", rename.from());
            json.writeStringField("to", rename.to());
            json.writeStringField("why", rename.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
