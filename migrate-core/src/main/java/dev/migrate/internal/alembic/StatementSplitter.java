package dev.migrate.internal.alembic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits what Alembic writes with {@code --sql} into statements. It writes a semicolon behind each and knows no other
 * delimiter, so that of a trigger or a routine the words have to tell where it ends.
 */
final class StatementSplitter {

    private static final Set<String> PROGRAMS = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT");
    /** An END in front of one of these ends no block that was counted. */
    private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "REPEAT", "WHILE");

    private final String sql;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;
    private boolean isCreation;
    private boolean isProgram;
    private int words;
    private int blocks;
    private boolean isBehindEnd;

    private StatementSplitter(String sql) {
        this.sql = sql;
    }

    /** The statements, without semicolons and white space around them, and without the blanks that end a line. */
    static List<String> split(String sql) {
        return new StatementSplitter(sql).split();
    }

    private List<String> split() {
        while (at < sql.length()) {
            int from = at;
            boolean isEnd = read(sql.charAt(at));
            if (isEnd) {
                end();
            } else {
                statement.append(sql, from, at);
            }
        }
        end();
        return statements;
    }

    /** Goes on behind one piece, and tells whether it ends a statement. */
    private boolean read(char first) {
        if (first == '\'' || first == '"' || first == '`') {
            skipQuoted(first);
        } else if (first == '#' || (sql.startsWith("--", at) && isSpace(at + 2))) {
            at = endOf("\n", at);
        } else if (sql.startsWith("/*", at)) {
            at = endOf("*/", at + 2);
        } else if (Character.isLetter(first) || first == '_') {
            readWord();
        } else {
            at++;
            if (first == '\n') {
                dropBlanks();
            }
            return first == ';' && (!isProgram || blocks <= 0);
        }
        return false;
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
        int from = at;
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
            at++;
        }
        String word = sql.substring(from, at).toUpperCase(Locale.ROOT);
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

    private void skipQuoted(char quote) {
        at++;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += sql.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at = Math.min(at + 1, sql.length());
        isBehindEnd = false;
        words++;
    }

    private boolean isSpace(int offset) {
        return offset >= sql.length() || Character.isWhitespace(sql.charAt(offset));
    }

    private int endOf(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }
}
