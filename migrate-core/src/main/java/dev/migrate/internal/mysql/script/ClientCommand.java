package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlLexer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the command-line client does itself instead of sending it. */
final class ClientCommand {

    /** All that the clients know but what the servers know as well (HELP, USE), and what is handled here (DELIMITER). */
    private static final Set<String> COMMANDS = Set.of(
            "charset",
            "clear",
            "connect",
            "delimiter",
            "edit",
            "ego",
            "exit",
            "go",
            "nopager",
            "notee",
            "nowarning",
            "pager",
            "print",
            "prompt",
            "query_attributes",
            "quit",
            "rehash",
            "resetconnection",
            "source",
            "ssl_session_data_print",
            "status",
            "system",
            "tee",
            "warnings");

    private static final String DELIMITER = "delimiter";
    /** A USE with one name, that fills the rest of its line. It never gives back what it took: linear time. */
    private static final Pattern USE = Pattern.compile(
            "(use[ \\t]++(?:`[^`\\n]++`|[\\w$\\x{80}-\\x{10FFFF}]++))[ \\t\\x0B\\f\\r]*+(?=\\n|\\z)",
            Pattern.CASE_INSENSITIVE);

    private ClientCommand() {}

    /** What stands behind the word DELIMITER, without white space around it; null if the line is no such command. */
    static @Nullable String argumentOfDelimiter(String line) {
        if (!line.regionMatches(true, 0, DELIMITER, 0, DELIMITER.length())) {
            return null;
        }
        String rest = line.substring(DELIMITER.length());
        return rest.isEmpty() || SqlLexer.isSpace(rest.charAt(0)) ? SqlLexer.stripped(rest) : null;
    }

    /** The USE that stands at an offset and needs no delimiter, as the rest of its line is empty; else null. */
    static @Nullable String useAt(String text, int start) {
        Matcher matcher = USE.matcher(text).region(start, text.length());
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    /** The client's command that a statement begins with; null if it is one for the server. */
    static @Nullable String in(String statement) {
        String word = RawSql.firstWord(statement);
        // MariaDB has blocks with a label, and a label may have any name.
        boolean isLabel = statement.startsWith(word + ":");
        return COMMANDS.contains(word.toLowerCase(Locale.ROOT)) && !isLabel ? word : null;
    }
}
