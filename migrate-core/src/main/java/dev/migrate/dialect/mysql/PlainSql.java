package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ParameterCountException;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.schema.Literal;
import java.util.List;
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

    /**
     * Puts constants in the place of question marks, except of those in quotes and comments.
     *
     * @throws ParameterCountException if there are not as many question marks as parameters
     */
    static String withParameters(String sql, List<Literal> parameters) {
        if (parameters.isEmpty()) {
            return sql;
        }
        StringBuilder written = new StringBuilder();
        Scanner scanner = new Scanner(sql);
        int marks = 0;
        int start = 0;
        while (!scanner.isAtEnd()) {
            if (scanner.peek() == '?') {
                written.append(sql, start, scanner.position());
                if (marks < parameters.size()) {
                    written.append(Quoting.literal(parameters.get(marks)));
                }
                marks++;
                scanner.skip();
                start = scanner.position();
            } else if (scanner.peek() == '(') {
                // Not skipped as a group: there may be question marks in it.
                scanner.skip();
            } else {
                scanner.skipToken();
            }
        }
        if (marks != parameters.size()) {
            throw new ParameterCountException(sql, marks, parameters.size());
        }
        return written.append(sql, start, sql.length()).toString();
    }
}
