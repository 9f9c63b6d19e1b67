package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import dev.migrate.schema.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Splits {@code up} and {@code down} into several methods if they would be too long for readers or for class files,
 * which are limited to 64 KB per method and 65,535 constants per class.
 *
 * <ol>
 *   <li>Consecutive changes of the same table form a method, unless it would be too long.
 *   <li>If the methods have too many constants for one class, they are distributed over nested classes.
 * </ol>
 */
final class MethodSplitter {

    /** A body with more lines is split. This is a few screens, and far less than 64 KB. */
    private static final int MOST_LINES = 300;

    /** A text of this length cannot have more constants than a class can hold. */
    private static final int MOST_CHARACTERS = 150_000;

    private static final int LONGEST_NAME = 40;
    private static final int CLASS = 4;

    /**
     * One method.
     *
     * @param name its name
     * @param part the number of its nested class, starting at 1
     * @param changes the changes
     */
    private record Method(String name, int part, List<Change> changes) {}

    private final StatementCode statements;
    private final String partName;
    private final Set<String> names = new HashSet<>();
    private final List<Method> methods = new ArrayList<>();
    private int parts = 1;
    private int charactersOfPart;

    MethodSplitter(StatementCode statements, String className) {
        this.statements = statements;
        partName = className.startsWith("Part") ? "Chapter" : "Part";
        names.addAll(List.of("up", "down"));
        // A method would hide them.
        Arrays.stream(ColumnType.class.getMethods())
                .map(java.lang.reflect.Method::getName)
                .forEach(names::add);
    }

    /** Whether the statements are too many for one method. */
    boolean areNeededFor(List<Change> changes) {
        return lines(statements.text(changes, 2 * CLASS)) > MOST_LINES;
    }

    /** Adds methods for changes, and returns their names. They are called once all are added. */
    List<String> add(List<Change> changes, String suffix) {
        List<String> added = new ArrayList<>();
        List<Change> together = new ArrayList<>();
        long lines = 0;
        for (Change change : changes) {
            long more = lines(statements.text(List.of(change), 2 * CLASS)) + 1;
            boolean isOtherSubject =
                    !together.isEmpty() && !subject(together.get(0)).equals(subject(change));
            if (isOtherSubject || (!together.isEmpty() && lines + more > MOST_LINES)) {
                added.add(add(together, subject(together.get(0)), suffix));
                together.clear();
                lines = 0;
            }
            together.add(change);
            lines += more;
        }
        added.add(add(together, subject(together.get(0)), suffix));
        return added;
    }

    private String add(List<Change> changes, String subject, String suffix) {
        String name = name(subject, suffix);
        int characters = statements.text(changes, 2 * CLASS).length();
        if (charactersOfPart > 0 && charactersOfPart + characters > MOST_CHARACTERS) {
            parts++;
            charactersOfPart = 0;
        }
        charactersOfPart += characters;
        methods.add(new Method(name, parts, List.copyOf(changes)));
        return name;
    }

    /** Calls of methods, one per line. */
    String calls(List<String> called, int indent) {
        Set<String> wanted = Set.copyOf(called);
        return methods.stream()
                .filter(method -> wanted.contains(method.name()))
                .map(method -> " ".repeat(indent) + (parts > 1 ? partName + method.part() + "." : "") + method.name()
                        + "(op);")
                .collect(Collectors.joining("\n"));
    }

    /** All methods, as members of the class of the migration. */
    String text() {
        if (parts == 1) {
            return methods.stream().map(method -> text(method, CLASS)).collect(Collectors.joining("\n\n"));
        }
        List<String> classes = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            int number = part;
            classes.add(methods.stream()
                    .filter(method -> method.part() == number)
                    .map(method -> text(method, 2 * CLASS))
                    .collect(Collectors.joining(
                            "\n\n",
                            " ".repeat(CLASS) + "private static final class " + partName + part + " {\n",
                            "\n" + " ".repeat(CLASS) + "}")));
        }
        return String.join("\n\n", classes);
    }

    private String text(Method method, int indent) {
        return " ".repeat(indent) + (parts == 1 ? "private " : "") + "static void " + method.name()
                + "(Operations op) {\n" + statements.text(method.changes(), indent + CLASS) + "\n" + " ".repeat(indent)
                + "}";
    }

    private String name(String subject, String suffix) {
        List<String> words = JavaName.words(subject, LONGEST_NAME);
        String start = words.isEmpty()
                ? "table"
                : JavaName.decapitalized(words.get(0))
                        + words.stream().skip(1).map(JavaName::capitalized).collect(Collectors.joining());
        boolean isName = JavaName.isValid(start + suffix);
        String base = (isName ? start : "table" + JavaName.capitalized(start)) + suffix;
        String name = base;
        for (int number = 2; !names.add(name); number++) {
            name = base + number;
        }
        return name;
    }

    private static String subject(Change change) {
        return change.operation().accept(new MessageSuggestion());
    }

    private static long lines(String text) {
        return text.lines().count();
    }
}
