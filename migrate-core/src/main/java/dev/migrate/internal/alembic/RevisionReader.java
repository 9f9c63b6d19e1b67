package dev.migrate.internal.alembic;

import dev.migrate.error.SourceException;
import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the source of a revision: the assignments at its top level, and the bodies of its functions. */
final class RevisionReader {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(revision|down_revision|branch_labels|depends_on)[ \\t]*(?::[^=\\n]*)?=(?!=)");
    private static final Pattern FUNCTION = Pattern.compile("(?:async[ \\t]+)?def[ \\t]+(\\w+)[ \\t]*\\(");
    private static final Pattern CREATED = Pattern.compile("(?m)^[ \\t]*Create Date:[ \\t]*(\\d{4}-\\d{2}-\\d{2})");
    private static final String FIRST_FIELD = "Revision ID:";

    private final Path file;
    private final PythonText python;
    private final Map<String, List<String>> values = new TreeMap<>();
    private final Map<String, String> functions = new TreeMap<>();
    private String docstring = "";

    private RevisionReader(Path file, PythonText python) {
        this.file = file;
        this.python = python;
    }

    /**
     * Reads a file.
     *
     * @throws SourceException if it does not clearly define a revision
     */
    static RevisionFile read(Path file, String text) {
        String lines = text.replace("\r\n", "\n").replaceFirst("\\A\uFEFF", "");
        return new RevisionReader(file, new PythonText(file, lines)).read();
    }

    private RevisionFile read() {
        boolean isFirst = true;
        String function = "";
        int start = 0;
        while (python.nextLine()) {
            if (python.isTopLevel()) {
                endFunction(function, start);
                start = python.offset();
                function = readStatement(isFirst);
                isFirst = false;
            }
            python.skipLine();
        }
        endFunction(function, start);
        return new RevisionFile(
                file,
                new RevisionNode(
                        id(), values("down_revision"), values("branch_labels"), values("depends_on"), message()),
                date(),
                functions.getOrDefault("upgrade", ""),
                functions.getOrDefault("downgrade", ""));
    }

    /** Returns the name of the function that starts here, or nothing. */
    private String readStatement(boolean isFirst) {
        if (isFirst && python.isString()) {
            docstring = python.string();
            return "";
        }
        Matcher function = python.matcher(FUNCTION);
        if (function.lookingAt()) {
            return function.group(1);
        }
        Matcher assignment = python.matcher(ASSIGNMENT);
        if (assignment.lookingAt()) {
            if (values.containsKey(assignment.group(1))) {
                throw python.error(
                        assignment.group(1) + " is assigned a second time", "Remove one of the assignments.");
            }
            python.skipTo(assignment.end());
            values.put(assignment.group(1), python.values());
        }
        return "";
    }

    private void endFunction(String name, int start) {
        if (!name.isEmpty()) {
            functions.put(name, python.substring(start, python.offset()).stripTrailing());
        }
    }

    private List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    private String id() {
        List<String> ids = values("revision");
        if (ids.size() != 1) {
            throw new SourceException(
                    SourceException.Reason.IMPORT_FAILED,
                    file + " does not assign a string to revision at its top level, so it is not a revision.",
                    "Move the file elsewhere, or write revision = '...'.",
                    null);
        }
        return ids.get(0);
    }

    /** The first paragraph, which Alembic displays. */
    private String message() {
        String paragraph = docstring.strip().split("\\n[ \\t]*\\n", 2)[0];
        return paragraph.startsWith(FIRST_FIELD) ? "" : paragraph.strip().replaceAll("\\s+", " ");
    }

    private Optional<LocalDate> date() {
        Matcher created = CREATED.matcher(docstring);
        try {
            return created.find() ? Optional.of(LocalDate.parse(created.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
