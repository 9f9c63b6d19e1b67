package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import java.util.ArrayList;
import java.util.List;

/** Generates changes as statements, each preceded by its notes. */
final class StatementCode {

    private final OperationCode operations;

    StatementCode(Imports imports) {
        operations = new OperationCode(imports);
    }

    /**
     * Generates statements on separate lines.
     *
     * @param changes the changes
     * @param indent the indentation
     * @return the text, which starts on a new line and ends without a line end
     */
    String text(List<Change> changes, int indent) {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            boolean isFirst = text.isEmpty();
            if (!isFirst) {
                text.append(change.notes().isEmpty() ? "\n" : "\n\n");
            }
            comments(change.notes(), indent).forEach(line -> text.append(line).append('\n'));
            CodePrinter page = new CodePrinter();
            page.add(" ".repeat(indent));
            change.operation().accept(operations).write(page, indent, 1);
            text.append(page.add(";"));
        }
        return text.toString();
    }

    private static List<String> comments(List<String> notes, int indent) {
        String start = " ".repeat(indent) + "// ";
        List<String> lines = new ArrayList<>();
        for (String note : notes) {
            wrapped(JavaText.comment(note), CodePrinter.WIDTH - start.length())
                    .forEach(line -> lines.add(start + line));
        }
        return lines;
    }

    /** Wraps words into lines of a maximum width; longer words get their own lines; no words yield no lines. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
