package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlLexer.Kind;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ScriptPlaceholders;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the placeholders <code>${name}</code> of a script, except in comments. <code>$${name}</code> yields
 * <code>${name}</code>. Used once.
 */
final class PlaceholderText {

    private static final String START = "${";
    private static final String ESCAPED_START = "$${";
    private static final Pattern IN_QUOTES = Pattern.compile("\\$?\\$\\{([A-Za-z0-9_.-]+)}");

    private final ExecuteScript script;
    private final String text;
    private final ScriptPlaceholders placeholders;
    private final SqlLexer lexer;
    private final StringBuilder out = new StringBuilder();

    PlaceholderText(ExecuteScript script, ScriptPlaceholders placeholders, SqlSyntax syntax) {
        this.script = script;
        this.text = script.text();
        this.placeholders = placeholders;
        lexer = new SqlLexer(text, syntax);
    }

    /**
     * Replaces the placeholders.
     *
     * @throws InvalidMigrationException if one of them has no value; the message contains its line
     */
    ExecuteScript replaced() {
        while (lexer.next()) {
            String token = text.substring(lexer.start(), lexer.end());
            if (lexer.kind() == Kind.QUOTED) {
                out.append(inQuotes(token));
            } else if (lexer.kind() == Kind.OTHER && text.startsWith(ESCAPED_START, lexer.start())) {
                lexer.skipTo(copied(lexer.start() + 1, endOf(lexer.start() + 1)));
            } else if (lexer.kind() == Kind.OTHER && text.startsWith(START, lexer.start())) {
                int end = endOf(lexer.start());
                out.append(value(lexer.start(), end));
                lexer.skipTo(end);
            } else {
                out.append(token);
            }
        }
        return new ExecuteScript(script.name(), out.toString());
    }

    private int copied(int start, int end) {
        out.append(text, start, end);
        return end;
    }

    private int endOf(int start) {
        int end = text.indexOf('}', start);
        String name = end < 0 ? "" : text.substring(start + START.length(), end);
        if (!ScriptPlaceholders.isName(name)) {
            throw error(
                    start, "\"${\" does not begin a placeholder there", "Write $${ if it is part of the statement.");
        }
        return end + 1;
    }

    private String value(int start, int end) {
        String name = text.substring(start + START.length(), end - 1);
        return placeholders
                .value(name)
                .orElseThrow(() -> error(
                        start,
                        "the placeholder ${" + name + "} has no value",
                        "Set placeholder." + name + " in the configuration, or write $${" + name
                                + "} if it is part of the statement."));
    }

    /** Text in quotes is data, so only the placeholders that are wanted there are replaced. */
    private String inQuotes(String quoted) {
        return IN_QUOTES.matcher(quoted).replaceAll(found -> Matcher.quoteReplacement(inQuotes(found)));
    }

    private String inQuotes(MatchResult found) {
        String name = found.group(1);
        if (!placeholders.inQuotes().contains(name)) {
            return found.group();
        }
        return found.group().startsWith(ESCAPED_START)
                ? found.group().substring(1)
                : placeholders.value(name).orElseThrow();
    }

    private InvalidMigrationException error(int offset, String problem, String remedy) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.SCRIPT_SYNTAX,
                "The script " + script.name() + " is not valid in line " + line + ": " + problem
                        + ". Nothing was changed.",
                remedy);
    }
}
