package dev.migrate.test;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statement that creates a table exactly as another one. Stateless. */
final class CopiedTable {

    private static final Pattern COLLATION = Pattern.compile("\\n\\) [^\\n]* COLLATE=(\\w+)");
    /** Texts and names are skipped: they may contain anything. */
    private static final String QUOTED = "'(?:[^'\\\\]|\\\\.|'')*'|`(?:[^`]|``)*`";

    private CopiedTable() {}

    /**
     * Returns the statement for a definition. A column that inherits the collation of its table is shown with it; to repeat
     * it would specify it, which MySQL 8 shows as another definition.
     */
    static String statement(String definition) {
        Matcher table = COLLATION.matcher(definition);
        if (!table.find()) {
            return definition;
        }
        Pattern inherited = Pattern.compile(
                QUOTED + "| CHARACTER SET \\w+(?: COLLATE \\w+)?|(?<inherited> COLLATE " + table.group(1) + ")(?!\\w)");
        return inherited.matcher(definition).replaceAll(found -> Matcher.quoteReplacement(kept(found)));
    }

    private static String kept(MatchResult found) {
        return found.group(1) == null ? found.group() : "";
    }
}
