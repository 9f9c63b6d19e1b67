package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import dev.migrate.error.SourceException;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates the source of a migration. The same specification and the same template yield the same text. */
public final class MigrationSource {

    private static final String TO_BE_FILLED_IN = "        // Record the operations here, for example:\n"
            + "        // op.addColumn(\"users\", \"email\", varchar(254), c -> c.comment(\"contact address\"));";

    private static final String DERIVED =
            "        // Derived from up. If an operation has no inverse, write the statements that revert it here.\n"
                    + "        op.invert(this::up);";

    private static final String MERGE = "        // This revision merges branches. There is nothing to do.";

    private static final int MEMBER = 4;
    private static final int STATEMENT = 8;

    private final MigrationSpec draft;
    private final Imports imports;
    private final StatementCode statements;
    private final MethodSplitter methods;

    private MigrationSource(MigrationSpec draft) {
        this.draft = draft;
        imports = new Imports(draft.className());
        statements = new StatementCode(imports);
        methods = new MethodSplitter(statements, draft.className());
    }

    /**
     * Generates a source.
     *
     * @param draft the migration
     * @param template the template
     * @return the text of the file
     * @throws SourceException if a part of it cannot be expressed in Java
     */
    public static String of(MigrationSpec draft, Template template) {
        return new MigrationSource(draft).text(template);
    }

    /**
     * Checks the name of a package.
     *
     * @param name the name
     * @return whether it is valid
     */
    public static boolean isPackage(String name) {
        return JavaName.isValidPackage(name);
    }

    private String text(Template template) {
        // The classes of the methods are known once all methods have been added.
        Supplier<String> upBody = upBody();
        Optional<Supplier<String>> downBody = downBody();
        String up = method("up", upBody.get());
        String down = downBody.map(body -> method("down", body.get())).orElse("");

        return template.filledIn(Map.of(
                "package", draft.packageName().isEmpty() ? "" : "package " + draft.packageName() + ";",
                "imports", imports.toString(),
                "message", message(),
                "date", draft.date().toString(),
                "id", JavaText.comment(draft.revision().id()),
                "annotation", annotation(),
                "className", draft.className(),
                "up", up,
                "down", down,
                "methods", outdented(methods.text())));
    }

    private Supplier<String> upBody() {
        if (draft.blankUp().isPresent()) {
            return draft.blankUp().get()::body;
        }
        if (draft.isMerge()) {
            return () -> MERGE;
        }
        if (draft.isToBeFilledIn()) {
            imports.columnTypes();
            return () -> TO_BE_FILLED_IN;
        }
        return body(draft.up(), "");
    }

    private Optional<Supplier<String>> downBody() {
        if (draft.blankDown().isPresent()) {
            return Optional.of(draft.blankDown().get()::body);
        }
        return draft.isToBeFilledIn()
                ? Optional.of(() -> DERIVED)
                : draft.down().map(changes -> body(changes, "Down"));
    }

    private Supplier<String> body(List<Change> changes, String suffix) {
        if (methods.areNeededFor(changes)) {
            List<String> called = methods.add(changes, suffix);
            return () -> methods.calls(called, STATEMENT);
        }
        return () -> statements.text(changes, STATEMENT);
    }

    private static String method(String name, String body) {
        return "@Override\npublic void " + name + "(Operations op) {" + (body.isEmpty() ? "" : "\n" + outdented(body))
                + (body.isEmpty() ? "}" : "\n}");
    }

    /** The template determines the indentation of members; line lengths assume the usual one. */
    private static String outdented(String text) {
        return text.lines()
                .map(line -> line.isBlank() ? "" : line.substring(MEMBER))
                .collect(Collectors.joining("\n"));
    }

    private String message() {
        RevisionNode revision = draft.revision();
        String message = JavaText.javadoc(revision.message());
        if (message.isEmpty()) {
            return "Revision " + JavaText.javadoc(revision.id()) + ".";
        }
        int last = message.codePointBefore(message.length());
        String sentence = JavaName.capitalized(message) + (Character.isLetterOrDigit(last) ? "." : "");
        return String.join("\n", StatementCode.wrapped(sentence, CodePrinter.WIDTH - " * ".length()));
    }

    private String annotation() {
        RevisionNode revision = draft.revision();
        List<String> elements = new ArrayList<>();
        elements.add("id = " + JavaText.literal(revision.id()));
        addIfAny(elements, "parents", revision.parents());
        addIfAny(elements, "labels", revision.labels());
        addIfAny(elements, "dependsOn", revision.dependsOn());
        if (!revision.message().isEmpty()) {
            elements.add("message = " + JavaText.literal(revision.message()));
        }
        String line = "@Revision(" + String.join(", ", elements) + ")";
        boolean hasList = Stream.of(revision.parents(), revision.labels(), revision.dependsOn())
                .anyMatch(list -> list.size() > 1);
        return line.length() <= CodePrinter.WIDTH && !hasList
                ? line
                : "@Revision(\n        " + String.join(",\n        ", elements) + ")";
    }

    private static void addIfAny(List<String> elements, String name, List<String> values) {
        if (!values.isEmpty()) {
            String list = values.stream().map(JavaText::literal).collect(Collectors.joining(", "));
            elements.add(name + " = " + (values.size() == 1 ? list : "{" + list + "}"));
        }
    }
}
