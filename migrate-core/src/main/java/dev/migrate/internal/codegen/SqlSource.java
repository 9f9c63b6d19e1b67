package dev.migrate.internal.codegen;

import dev.migrate.revision.RevisionNode;
import java.util.List;
import java.util.Optional;

/** Generates the SQL file of a migration. Stateless. */
public final class SqlSource {

    private static final String TO_BE_FILLED_IN = """

            -- up
            -- Write the statements of the upgrade here.

            -- Without a part after a line "-- down", the downgrade is derived from these statements.
            """;

    private static final String MERGE = """

            -- up
            -- This revision merges branches. There is nothing to do.
            """;

    private SqlSource() {}

    /**
     * The statements of a part.
     *
     * @param notes notes for the author, as complete sentences
     * @param statements the statements as lines of a script, without a line feed after the last one
     */
    public record Part(List<String> notes, List<String> statements) {

        /** Copies the lists. */
        public Part {
            notes = List.copyOf(notes);
            statements = List.copyOf(statements);
        }
    }

    /** Generates the file of a migration whose statements are to be written by hand, or of a merge. */
    static String of(RevisionNode revision) {
        return header(revision, false) + (revision.parents().size() > 1 ? MERGE : TO_BE_FILLED_IN);
    }

    /**
     * Generates the file of a migration.
     *
     * @param revision the revision
     * @param isRepeatable whether the migration is repeatable; then the dependencies are repeatable as well
     * @param up the statements of the upgrade
     * @param down the statements of the downgrade, or empty if they are derived
     */
    public static String of(RevisionNode revision, boolean isRepeatable, Part up, Optional<Part> down) {
        StringBuilder text = new StringBuilder(header(revision, isRepeatable));
        add(text, "up", up);
        down.ifPresent(part -> add(text, "down", part));
        return text.toString();
    }

    private static String header(RevisionNode revision, boolean isRepeatable) {
        StringBuilder text = new StringBuilder();
        add(text, isRepeatable ? "repeatable" : "revision", List.of(revision.id()));
        add(text, "parents", revision.parents());
        add(text, "labels", revision.labels());
        add(text, isRepeatable ? "after" : "dependsOn", revision.dependsOn());
        add(text, "message", revision.message().isEmpty() ? List.of() : List.of(revision.message()));
        return text.toString();
    }

    private static void add(StringBuilder text, String key, List<String> values) {
        if (!values.isEmpty()) {
            line(text, "-- " + key + ": " + String.join(", ", values));
        }
    }

    private static void add(StringBuilder text, String marker, Part part) {
        text.append('\n');
        line(text, "-- " + marker);
        part.notes()
                .forEach(note -> StatementCode.wrapped(note, CodePrinter.WIDTH - "-- ".length())
                        .forEach(wrapped -> line(text, "-- " + wrapped)));
        part.statements().forEach(statement -> line(text, statement));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
