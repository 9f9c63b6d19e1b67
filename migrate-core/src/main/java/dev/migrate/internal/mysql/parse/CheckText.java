package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.provider.DefinitionParser.CheckDefinition;
import java.util.List;

/** Parses check constraints: {@code CONSTRAINT a CHECK (b > 0) NOT ENFORCED}. */
final class CheckText {

    private CheckText() {}

    /** Parses the constraints between the commas of a text. */
    static List<CheckDefinition> read(String sql) {
        return Tokens.list(sql).stream()
                .filter(part -> !part.isEmpty())
                .map(CheckText::check)
                .toList();
    }

    private static CheckDefinition check(String sql) {
        List<String> tokens = Tokens.of(sql);
        boolean isNamed =
                tokens.get(0).equalsIgnoreCase("CONSTRAINT") && !tokens.get(1).equalsIgnoreCase("CHECK");
        String condition = tokens.stream()
                .filter(token -> token.startsWith("("))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This does not define a check: " + sql));
        return new CheckDefinition(
                isNamed ? QuotedSql.name(tokens.get(1)) : null, Tokens.unwrapped(condition), isEnforced(tokens));
    }

    private static boolean isEnforced(List<String> tokens) {
        int size = tokens.size();
        return size < 2
                || !tokens.get(size - 2).equalsIgnoreCase("NOT")
                || !tokens.get(size - 1).equalsIgnoreCase("ENFORCED");
    }
}
