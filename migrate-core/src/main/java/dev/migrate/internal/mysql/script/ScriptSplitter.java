package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.script.ScriptPart.Kind;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into statements where the command-line clients of MySQL and MariaDB do, in time linear in its length.
 *
 * <ul>
 *   <li>A statement ends at the delimiter, at {@code \g} and {@code \G}, and at the end of the script. BEGIN and END
 *       are not interpreted: a routine whose body contains semicolons needs another delimiter.
 *   <li>{@code DELIMITER $$} sets another delimiter, on a separate line between two statements. Inside of a statement
 *       it is text. The client ignores the rest of the line; here it must be a comment.
 *   <li>{@code USE name} ends with its line as well.
 *   <li>Delimiters are recognized everywhere except in quotes, comments and optimizer hints. The client also splits in
 *       a version comment, which yields two invalid statements: here that is an error.
 *   <li>The end of a quote or a comment is determined by the rules of the servers. The clients deviate from them for
 *       {@code /* /*! *}{@code /}, a hint on several lines, and a star-slash next to a delimiter or a star (MySQL 9.7,
 *       MariaDB 11.4).
 *   <li>Between statements, two dashes always start a comment, as in MariaDB's client.
 *   <li>Comments before and after a statement are not part of it; those inside are kept. Hints are treated as comments
 *       inside of a statement. A statement that consists only of comments is ignored.
 *   <li>A backslash at the end of a line is ignored.
 *   <li>Other commands of the client are errors.
 * </ul>
 *
 * <p>The initial {@code sql_mode} of the session applies to the whole script, even if the script changes it.
 */
final class ScriptSplitter {

    private static final int NOWHERE = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** The maximum length of a delimiter; the clients silently truncate longer ones. */
    private static final int LONGEST_DELIMITER = 15;

    private final String name;
    private final String text;
    private final SqlLexer lexer;
    private final List<ScriptPart> segments = new ArrayList<>();
    private String delimiter = ";";
    private boolean isAtLineStart = true;
    /** The current statement: from its first token to the end of its last one so far. */
    private int statementStart = NOWHERE;

    private int statementEnd = NOWHERE;
    private int versionCommentStart = NOWHERE;
    /** The end of the last part, and its line. */
    private int done;

    private int line = 1;

    private ScriptSplitter(String name, String text, SqlSyntax syntax) {
        this.name = name;
        this.text = text;
        this.lexer = new SqlLexer(text, syntax);
    }

    /**
     * Splits a script.
     *
     * @param name the name of the script in messages
     * @param text the script
     * @param syntax the syntax of the server
     * @return the parts; the concatenation of their texts is the script
     * @throws InvalidMigrationException if a quote or a comment is not closed, or there is a command for the client
     */
    static List<ScriptPart> split(String name, String text, SqlSyntax syntax) {
        return new ScriptSplitter(name, text, syntax).split();
    }

    private List<ScriptPart> split() {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            lexer.skipTo(1);
        }
        while (lexer.end() < text.length()) {
            if (!readLine() && !readDelimiter()) {
                readToken();
            }
        }
        endStatement();
        add(Kind.SEPARATOR, text.length());
        return List.copyOf(segments);
    }

    /** Reads the commands that end with their line and are recognized only between statements. */
    private boolean readLine() {
        if (statementStart != NOWHERE) {
            return false;
        }
        if (isAtLineStart && readDelimiterCommand()) {
            return true;
        }
        int start = lexer.end();
        if (text.startsWith(delimiter, start)) {
            return false;
        }
        if (text.startsWith("--", start)) {
            lexer.skipTo(endOfLine(start));
            return true;
        }
        return readUse(start);
    }

    private boolean readUse(int start) {
        String use = ClientCommand.useAt(text, start);
        if (use == null || use.contains(delimiter)) {
            return false;
        }
        statementStart = start;
        statementEnd = start + use.length();
        lexer.skipTo(statementEnd);
        endStatement();
        return true;
    }

    private boolean readDelimiterCommand() {
        int start = lexer.end();
        int end = endOfLine(start);
        String argument = ClientCommand.argumentOfDelimiter(text.substring(start, end));
        if (argument == null) {
            return false;
        }
        setDelimiter(argument, start);
        lexer.skipTo(end);
        return true;
    }

    private int endOfLine(int start) {
        int lineFeed = text.indexOf('\n', start);
        return lineFeed < 0 ? text.length() : lineFeed;
    }

    private void setDelimiter(String argument, int start) {
        String[] parts = argument.split("\\s+", 2);
        String comment = parts.length == 2 ? parts[1] : "";
        boolean isComment = comment.isEmpty()
                || comment.startsWith("--")
                || comment.startsWith("#")
                || (comment.startsWith("/*") && comment.indexOf("*/", 2) == comment.length() - 2);
        String wanted = unquoted(parts[0]);
        if (wanted.isEmpty() || wanted.length() > LONGEST_DELIMITER || wanted.indexOf('\\') >= 0 || !isComment) {
            throw error(
                    start,
                    "DELIMITER is not followed by a single delimiter",
                    "Use one of at most " + LONGEST_DELIMITER + " characters, without white space and backslashes,"
                            + " for instance DELIMITER $$, and the next statement on a separate line.");
        }
        delimiter = wanted;
    }

    private static String unquoted(String argument) {
        int last = argument.length() - 1;
        boolean isQuoted = last >= 0 && "'\"`".indexOf(argument.charAt(0)) >= 0;
        if (!isQuoted) {
            return argument;
        }
        return last > 0 && argument.charAt(last) == argument.charAt(0) ? argument.substring(1, last) : "";
    }

    private boolean readDelimiter() {
        int start = lexer.end();
        if (!text.startsWith(delimiter, start)) {
            return false;
        }
        isAtLineStart = false;
        endStatement();
        lexer.skipTo(start + delimiter.length());
        return true;
    }

    private void readToken() {
        lexer.next();
        switch (lexer.kind()) {
            case SPACE ->
                isAtLineStart |= text.substring(lexer.start(), lexer.end()).indexOf('\n') >= 0;
            case COMMENT -> isAtLineStart = false;
            case BACKSLASH -> readBackslash();
            case UNTERMINATED -> throw unterminated(lexer.start());
            case VERSION_COMMENT_START -> {
                versionCommentStart = lexer.start();
                addToken();
            }
            case VERSION_COMMENT_END, QUOTED, OTHER -> addToken();
        }
    }

    private void addToken() {
        isAtLineStart = false;
        if (statementStart == NOWHERE) {
            statementStart = lexer.start();
        }
        statementEnd = lexer.end();
    }

    private void readBackslash() {
        String command = text.substring(lexer.start(), lexer.end());
        switch (command) {
            case "\\N" -> addToken();
            case "\\\n", "\\" -> isAtLineStart = true;
            case "\\g", "\\G" -> {
                isAtLineStart = false;
                endStatement();
            }
            default ->
                throw error(
                        lexer.start(),
                        "there is a command for the command-line client: " + command.strip(),
                        "Remove it; only \\g and \\G are supported here, and \\N for NULL.");
        }
    }

    private void endStatement() {
        if (lexer.isInVersionComment()) {
            throw error(
                    versionCommentStart,
                    "a version comment is not closed before the end of the statement",
                    "Close it with */, or use another delimiter around the statement, for instance DELIMITER $$.");
        }
        if (statementStart == NOWHERE) {
            return;
        }
        refuseCommand();
        add(Kind.SEPARATOR, statementStart);
        add(Kind.STATEMENT, statementEnd);
        statementStart = NOWHERE;
    }

    private void refuseCommand() {
        String command = ClientCommand.in(text.substring(statementStart, statementEnd));
        if (command != null) {
            throw error(
                    statementStart,
                    "there is a command for the command-line client: " + command,
                    command.equalsIgnoreCase("DELIMITER")
                            ? "Write it at the beginning of a line, followed by a blank and the delimiter."
                            : "Remove it; only DELIMITER is supported here.");
        }
    }

    private void add(Kind kind, int end) {
        if (end > done) {
            String piece = text.substring(done, end);
            segments.add(new ScriptPart(kind, piece, line));
            line += (int) piece.chars().filter(c -> c == '\n').count();
            done = end;
        }
    }

    private InvalidMigrationException unterminated(int start) {
        char first = text.charAt(start);
        return first == '/'
                ? error(start, "a comment is not closed", "Close it with */.")
                : error(start, "a quote is not closed: " + first, "Close it with another " + first + ".");
    }

    private InvalidMigrationException error(int offset, String problem, String remedy) {
        String before = text.substring(0, offset);
        int lineStart = before.lastIndexOf('\n') + 1;
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int mark = lineStart == 0 && !before.isEmpty() && before.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int column = before.codePointCount(lineStart, offset) - mark + 1;
        return InvalidMigrationException.scriptSyntax(name, lines + 1, column, problem, remedy);
    }
}
