package dev.migrate.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code SHOW CREATE TABLE} answered, taken apart: one part for each column, key and constraint. */
final class TableText {

    private final List<String> parts;

    private TableText(List<String> parts) {
        this.parts = parts;
    }

    static TableText of(String createTable) {
        Scanner scanner = new Scanner(createTable);
        List<String> parts = new ArrayList<>();
        while (!scanner.isAtEnd() && scanner.peek() != '(') {
            scanner.skipToken();
        }
        scanner.skip();
        int start = scanner.position();
        while (!scanner.isAtEnd() && scanner.peek() != ')') {
            if (scanner.peek() == ',') {
                parts.add(createTable.substring(start, scanner.position()).strip());
                scanner.skip();
                start = scanner.position();
            } else {
                scanner.skipToken();
            }
        }
        parts.add(createTable.substring(start, scanner.position()).strip());
        return new TableText(parts);
    }

    /** The definition of a column without its name. */
    String column(String name) {
        String quoted = Quoting.name(name) + " ";
        return parts.stream()
                .filter(part -> part.regionMatches(true, 0, quoted, 0, quoted.length()))
                .findFirst()
                .map(part -> part.substring(quoted.length()))
                .orElseThrow(() -> new IllegalStateException("The table has no column " + name));
    }

    /** The definition of an index, with its name. */
    Optional<String> index(String name) {
        String quoted = "KEY " + Quoting.name(name) + " (";
        return parts.stream()
                .filter(part -> !part.startsWith("`") && !part.startsWith("CONSTRAINT "))
                .filter(part -> part.contains(quoted))
                .findFirst();
    }
}
