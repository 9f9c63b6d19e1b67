package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement.Effect;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said of a statement that its author wrote by hand. */
final class PlainSql {

    /** The statements that never commit by themselves; of all others it has to be assumed that they do. */
    private static final Set<String> TRANSACTIONAL =
            Set.of("INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES", "TABLE", "DO", "LOAD");

    /** White space, opening parentheses and comments, then the first word. Version comments hide a word: not skipped. */
    private static final Pattern FIRST_WORD = Pattern.compile(
            "(?:[\\s(]++|#[^\\n]*+|--(?=\\s|$)[^\\n]*+|/\\*(?![!M+])(?:[^*]|\\*(?!/))*+\\*/)*+([A-Za-z]++).*+",
            Pattern.DOTALL);

    private PlainSql() {}

    static Effect effectOf(String sql) {
        Matcher matcher = FIRST_WORD.matcher(sql);
        boolean isTransactional =
                matcher.matches() && TRANSACTIONAL.contains(matcher.group(1).toUpperCase(Locale.ROOT));
        return isTransactional ? Effect.TRANSACTIONAL : Effect.COMMITS_BY_ITSELF;
    }
}
