package dev.migrate.internal.mysql.sql;

import dev.migrate.internal.mysql.sql.SqlLexer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits the SQL of another migration tool into statements. With a semicolon as the delimiter, the end of a trigger or a
 * routine is found by its keywords. Used once.
 */
public final class StatementSplitter {

    private static final Set<String> PROGRAMS = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT");
    /** The keywords after END that end a block that is not counted. */
    private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "REPEAT", "WHILE");

    private static final String SEMICOLON = ";";

    private final String sql;
    private final String delimiter;
    private final boolean isDelimiterLine;
    private final SqlLexer lexer;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private boolean isCreation;
    private boolean isProgram;
    private int words;
    private int blocks;
    private boolean isBehindEnd;

    private StatementSplitter(String sql, String delimiter, boolean isDelimiterLine) {
        this.sql = sql;
        this.delimiter = delimiter;
        this.isDelimiterLine = isDelimiterLine;
        lexer = new SqlLexer(sql, new SqlSyntax(false, true, false));
    }

    /**
     * Returns the statements, without semicolons and white space around them, and without blanks at the ends of lines.
     */
    public static List<String> split(String sql) {
        return split(sql, SEMICOLON, false);
    }

    /**
     * Returns the statements between delimiters, in the same form.
     *
     * @param isDelimiterLine whether a delimiter is a line of its own
     */
    public static List<String> split(String sql, String delimiter, boolean isDelimiterLine) {
        return new StatementSplitter(sql, delimiter, isDelimiterLine).split();
    }

    private List<String> split() {
        while (lexer.next()) {
            read(sql.substring(lexer.start(), lexer.end()));
        }
        end();
        return statements;
    }

    private void read(String token) {
        Kind kind = lexer.kind();
        char first = token.charAt(0);
        boolean isComment = kind == Kind.COMMENT || kind == Kind.VERSION_COMMENT_END || lexer.isInVersionComment();
        if (kind == Kind.SPACE) {
            readSpace(token);
        } else if (isComment) {
            statement.append(token);
        } else if (kind == Kind.QUOTED || kind == Kind.UNTERMINATED) {
            isBehindEnd = false;
            words++;
            statement.append(token);
        } else if (isAtDelimiter()) {
            lexer.skipTo(lexer.start() + delimiter.length());
            end();
        } else if (Character.isLetter(first) || first == '_') {
            readWord();
        } else {
            statement.append(token);
        }
    }

    private boolean isAtDelimiter() {
        int start = lexer.start();
        if (!sql.regionMatches(true, start, delimiter, 0, delimiter.length())) {
            return false;
        }
        if (isDelimiterLine) {
            int lineFeed = sql.indexOf('\n', start);
            String line = sql.substring(sql.lastIndexOf('\n', start) + 1, lineFeed < 0 ? sql.length() : lineFeed);
            return line.strip().equalsIgnoreCase(delimiter);
        }
        return !delimiter.equals(SEMICOLON) || !isProgram || blocks <= 0;
    }

    private void readSpace(String space) {
        for (int i = 0; i < space.length(); i++) {
            if (space.charAt(i) == '\n') {
                dropBlanks();
            }
            statement.append(space.charAt(i));
        }
    }

    private void dropBlanks() {
        while (!statement.isEmpty() && statement.charAt(statement.length() - 1) == ' ') {
            statement.setLength(statement.length() - 1);
        }
    }

    private void end() {
        if (words > 0) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
        isCreation = false;
        isProgram = false;
        words = 0;
        blocks = 0;
        isBehindEnd = false;
    }

    private void readWord() {
        int end = lexer.end();
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || "_$".indexOf(sql.charAt(end)) >= 0)) {
            end++;
        }
        String text = sql.substring(lexer.start(), end);
        lexer.skipTo(end);
        statement.append(text);
        String word = text.toUpperCase(Locale.ROOT);
        isCreation |= words++ == 0 && word.equals("CREATE");
        isProgram |= isCreation && PROGRAMS.contains(word);
        if (isBehindEnd && UNCOUNTED.contains(word)) {
            blocks++;
        }
        if (word.equals("BEGIN") || (word.equals("CASE") && !isBehindEnd)) {
            blocks++;
        }
        isBehindEnd = word.equals("END");
        if (isBehindEnd) {
            blocks--;
        }
    }
}
