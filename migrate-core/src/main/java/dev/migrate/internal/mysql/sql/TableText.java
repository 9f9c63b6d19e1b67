package dev.migrate.internal.mysql.sql;

import java.util.List;
import java.util.Optional;

/** The result of {@code SHOW CREATE TABLE}, split into the definitions of columns, keys and constraints. */
public final class TableText {

    private final List<String> parts;

    private TableText(List<String> parts) {
        this.parts = parts;
    }

    public static TableText of(String createTable) {
        int start = 0;
        while (start < createTable.length() && createTable.charAt(start) != '(') {
            start = Tokens.endOfToken(createTable, start);
        }
        if (start == createTable.length()) {
            // A view.
            return new TableText(List.of());
        }
        String definitions = createTable.substring(start + 1, Tokens.endOfToken(createTable, start) - 1);
        return new TableText(Tokens.list(definitions));
    }

    /** The definition of a column without its name. */
    public String column(String name) {
        String quoted = Quoting.name(name) + " ";
        return parts.stream()
                .filter(part -> part.regionMatches(true, 0, quoted, 0, quoted.length()))
                .findFirst()
                .map(part -> part.substring(quoted.length()))
                .orElseThrow(() -> new IllegalStateException("The table has no column " + name));
    }

    /** The definition of an index, with its name. */
    public Optional<String> index(String name) {
        String quoted = "KEY " + Quoting.name(name) + " (";
        return parts.stream()
                .filter(part -> !part.startsWith("`") && !part.startsWith("CONSTRAINT "))
                .filter(part -> part.contains(quoted))
                .findFirst();
    }
}
