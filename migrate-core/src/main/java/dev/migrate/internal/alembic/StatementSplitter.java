package dev.migrate.internal.alembic;

import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlLexer.Kind;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits the SQL that Alembic writes with {@code --sql} into statements. Alembic writes a semicolon after each
 * statement and never changes the delimiter, so the end of a trigger or a routine is found by its keywords.
 */
final class StatementSplitter {

    private static final Set<String> PROGRAMS = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT");
    /** The keywords after END that end a block that is not counted. */
    private static final Set<String> UNCOUNTED = Set.of("IF", "LOOP", "REPEAT", "WHILE");

    private final String sql;
    private final SqlLexer lexer;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private boolean isCreation;
    private boolean isProgram;
    private int words;
    private int blocks;
    private boolean isBehindEnd;

    private StatementSplitter(String sql) {
        this.sql = sql;
        lexer = new SqlLexer(sql, new SqlSyntax(false, true, false));
    }

    /**
     * Returns the statements, without semicolons and white space around them, and without blanks at the ends of lines.
     */
    static List<String> split(String sql) {
        return new StatementSplitter(sql).split();
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
        } else if (Character.isLetter(first) || first == '_') {
            readWord();
        } else if (first == ';' && (!isProgram || blocks <= 0)) {
            end();
        } else {
            statement.append(token);
        }
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
