package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlLexer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that the command-line client executes itself instead of sending them. */
final class ClientCommand {

    /** The commands of the clients, except those that are also statements of the servers (HELP, USE). */
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
    /**
     * A USE with one name up to the end of its line. The quantifiers are possessive, so that matching takes linear
     * time.
     */
    private static final Pattern USE = Pattern.compile(
            "(use[ \\t]++(?:`[^`\\n]++`|[\\w$\\x{80}-\\x{10FFFF}]++))[ \\t\\x0B\\f\\r]*+(?=\\n|\\z)",
            Pattern.CASE_INSENSITIVE);

    private ClientCommand() {}

    /** Returns the text after the word DELIMITER, stripped, or null if the line is another one. */
    static @Nullable String argumentOfDelimiter(String line) {
        if (!line.regionMatches(true, 0, DELIMITER, 0, DELIMITER.length())) {
            return null;
        }
        String rest = line.substring(DELIMITER.length());
        return rest.isEmpty() || SqlLexer.isSpace(rest.charAt(0)) ? SqlLexer.stripped(rest) : null;
    }

    /**
     * Returns the USE at an offset that needs no delimiter because the rest of its line is empty, or null if there is
     * none.
     */
    static @Nullable String useAt(String text, int start) {
        Matcher matcher = USE.matcher(text).region(start, text.length());
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    /** Returns the client's command at the beginning of a statement, or null if the statement is for the server. */
    static @Nullable String in(String statement) {
        String word = RawSql.firstWord(statement);
        // MariaDB has blocks with labels, and a label may have any name.
        boolean isLabel = statement.startsWith(word + ":");
        return COMMANDS.contains(word.toLowerCase(Locale.ROOT)) && !isLabel ? word : null;
    }
}
