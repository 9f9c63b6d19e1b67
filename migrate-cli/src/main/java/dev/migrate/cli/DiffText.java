package dev.migrate.cli;

import dev.migrate.diff.Change;
import dev.migrate.diff.SchemaDiff;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Formats differences as text. */
final class DiffText {

    private final PrintWriter out;
    private final Function<Change, List<String>> details;

    /**
     * Creates the text.
     *
     * @param out the output
     * @param details describes what a change replaces
     */
    DiffText(PrintWriter out, Function<Change, List<String>> details) {
        this.out = out;
        this.details = details;
    }

    void print(SchemaDiff diff) {
        if (diff.isEmpty()) {
            out.println("No differences.");
        }
        for (Change change : diff.changes()) {
            out.println(Wording.oneLine(change.operation().description()));
            details.apply(change).forEach(detail -> out.println("    " + Wording.oneLine(detail)));
            change.notes().forEach(note -> out.println("    # " + Wording.oneLine(note)));
        }
        remarks(diff).forEach(remark -> out.println("# " + Wording.oneLine(remark)));
    }

    /** A statement that merges several changes has no single place for their notes, so the notes precede it. */
    void printSql(SchemaDiff diff, List<String> statements) {
        remarks(diff).forEach(remark -> out.println("-- " + Wording.oneLine(remark)));
        diff.changes().forEach(change -> change.notes().forEach(note -> out.println("-- " + Wording.oneLine(note))));
        statements.forEach(statement -> out.println(statement + ";"));
    }

    private static List<String> remarks(SchemaDiff diff) {
        List<String> remarks = new ArrayList<>(diff.remarks());
        remarks.addAll(diff.notices());
        return remarks;
    }
}
