package dev.migrate.internal.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of {@code SHOW CREATE TABLE}, split into the definitions of columns, keys and constraints. */
public final class TableText {

    private static final SqlSyntax SHOWN = new SqlSyntax(false, true, false);

    private final List<String> parts;
    private final String options;

    private TableText(List<String> parts, String options) {
        this.parts = parts;
        this.options = options;
    }

    public static TableText of(String createTable) {
        int start = 0;
        while (start < createTable.length() && createTable.charAt(start) != '(') {
            start = Tokens.endOfToken(createTable, start);
        }
        if (start == createTable.length()) {
            // A view.
            return new TableText(List.of(), "");
        }
        int end = Tokens.endOfToken(createTable, start);
        return new TableText(Tokens.list(createTable.substring(start + 1, end - 1)), createTable.substring(end));
    }

    /** The same table, whose columns keep their collations if that of the table changes. */
    public TableText withExplicitCollations() {
        return new TableText(parts, "");
    }

    /** The collation that columns inherit, or null if it is the default of the character set. */
    public @Nullable String collation() {
        List<String> tokens = Tokens.of(options);
        int collate = tokens.indexOf("COLLATE");
        return collate < 0 || collate + 2 >= tokens.size() ? null : tokens.get(collate + 2);
    }

    /** The definition of a column without its name. */
    public String column(String name) {
        return parts.stream()
                .filter(part -> isColumn(part, name))
                .findFirst()
                .map(part -> definitionOf(name, part))
                .orElseThrow(() -> new IllegalStateException("The table has no column " + name));
    }

    private static boolean isColumn(String part, String name) {
        String quoted = Quoting.name(name) + " ";
        return part.regionMatches(true, 0, quoted, 0, quoted.length());
    }

    /** Removes the name in front of the definition of a column. */
    public static String definitionOf(String name, String column) {
        return column.substring(Quoting.name(name).length() + 1);
    }

    /** The definition of an index, with its name. */
    public Optional<String> index(String name) {
        return parts.stream().filter(part -> isIndex(part, name)).findFirst();
    }

    private static boolean isIndex(String part, String name) {
        return !part.startsWith("`")
                && !part.startsWith("CONSTRAINT ")
                && part.contains("KEY " + Quoting.name(name) + " (");
    }

    /** Adds the definition of a column or an index, with its name. */
    public TableText with(String part) {
        List<String> more = new ArrayList<>(parts);
        more.add(part);
        return new TableText(more, options);
    }

    /** Removes an index. */
    public TableText withoutIndex(String name) {
        return new TableText(parts.stream().filter(part -> !isIndex(part, name)).toList(), options);
    }

    /** Removes a foreign key. */
    public TableText withoutForeignKey(String name) {
        String start = "CONSTRAINT " + Quoting.name(name) + " FOREIGN KEY";
        return new TableText(
                parts.stream().filter(part -> !part.startsWith(start)).toList(), options);
    }

    /** Removes a column; empty if something else depends on it. */
    public Optional<TableText> withoutColumn(String name) {
        return isUsed(name)
                ? Optional.empty()
                : Optional.of(new TableText(
                        parts.stream().filter(part -> !isColumn(part, name)).toList(), options));
    }

    /** Replaces a column by one with another definition; empty if it is renamed and something else depends on it. */
    public Optional<TableText> withColumn(String name, String newName, String definition) {
        if (!newName.equals(name) && isUsed(name)) {
            return Optional.empty();
        }
        String column = Quoting.name(newName) + " " + definition;
        return Optional.of(new TableText(
                parts.stream().map(part -> isColumn(part, name) ? column : part).toList(), options));
    }

    /** Whether an index, a constraint or another column contains the name. */
    private boolean isUsed(String column) {
        String quoted = Quoting.name(column).toLowerCase(Locale.ROOT);
        return parts.stream()
                .filter(part -> !isColumn(part, column))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(quoted));
    }

    /** What else uses a column: other columns, checks, foreign keys, unique keys, keys of expressions, and partitions. */
    public List<String> dependentOn(String column) {
        List<String> users = new ArrayList<>();
        for (String part : parts) {
            List<StatementToken> tokens = StatementTokens.of(part, SHOWN);
            if (!isColumn(part, column) && isNamedIn(tokens, column)) {
                describe(tokens).ifPresent(users::add);
            }
        }
        List<StatementToken> ofTable = StatementTokens.of(options, SHOWN);
        boolean isPartitioned = ofTable.stream().anyMatch(token -> token.is("PARTITION"));
        if (isPartitioned && isNamedIn(ofTable, column)) {
            users.add("the partitions");
        }
        return users;
    }

    /** Whether a definition contains a name, other than its own and those of another table. */
    private static boolean isNamedIn(List<StatementToken> tokens, String column) {
        for (int at = 1; at < tokens.size() && !tokens.get(at).is("REFERENCES"); at++) {
            if (tokens.get(at).isName() && tokens.get(at).name().equalsIgnoreCase(column)) {
                return true;
            }
        }
        return false;
    }

    /** Describes a definition; empty for a key that loses a column when the column is dropped. */
    private static Optional<String> describe(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        if (tokens.get(0).kind() == StatementToken.Kind.NAME) {
            return Optional.of("column " + tokens.get(0).name());
        }
        if (words.skip("CONSTRAINT")) {
            String name = words.name();
            return Optional.of((words.isAt("CHECK") ? "check " : "foreign key ") + name);
        }
        boolean isUnique = words.skipAny("PRIMARY", "UNIQUE");
        boolean isOfExpression = tokens.stream().anyMatch(token -> token.depth() > 1);
        words.skip("KEY");
        String name = words.name();
        return isUnique || isOfExpression
                ? Optional.of(name == null ? "the primary key" : "key " + name)
                : Optional.empty();
    }

    /** Joins the parts. */
    public String createTable(String name) {
        return "CREATE TABLE " + Quoting.name(name) + " (\n  " + String.join(",\n  ", parts) + "\n)" + options;
    }
}
