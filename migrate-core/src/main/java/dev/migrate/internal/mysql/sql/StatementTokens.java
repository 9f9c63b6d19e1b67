package dev.migrate.internal.mysql.sql;

import dev.migrate.internal.mysql.sql.StatementToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Divides a statement that a person wrote into tokens. Comments and white space are left out; the content of a version
 * comment is included, without the version. Used once.
 */
public final class StatementTokens {

    private final String sql;
    private final SqlLexer lexer;
    private final List<StatementToken> tokens = new ArrayList<>();
    private int depth;
    private boolean hasNext;

    private StatementTokens(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.lexer = new SqlLexer(sql, syntax);
    }

    /** Returns the tokens of a statement, without the semicolons at its end. */
    public static List<StatementToken> of(String sql, SqlSyntax syntax) {
        return new StatementTokens(sql, syntax).read();
    }

    private List<StatementToken> read() {
        hasNext = lexer.next();
        while (hasNext) {
            switch (lexer.kind()) {
                case SPACE, COMMENT, VERSION_COMMENT_END -> advance();
                case VERSION_COMMENT_START -> skipVersion();
                case QUOTED, UNTERMINATED -> add(sql.charAt(lexer.start()) == '`' ? Kind.NAME : Kind.TEXT);
                case BACKSLASH -> add(Kind.SIGN);
                case OTHER -> readOther();
            }
        }
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(';')) {
            tokens.remove(tokens.size() - 1);
        }
        return tokens;
    }

    private void advance() {
        hasNext = lexer.next();
    }

    private void skipVersion() {
        advance();
        while (isAtOther() && Character.isDigit(current())) {
            advance();
        }
    }

    private void readOther() {
        char first = current();
        if (isOfWord(first)) {
            readWord();
        } else if (first == '@') {
            readVariable();
        } else {
            depth -= first == ')' ? 1 : 0;
            add(Kind.SIGN);
            depth += first == '(' ? 1 : 0;
        }
    }

    private void readWord() {
        int start = lexer.start();
        int end = skipWord();
        tokens.add(new StatementToken(Kind.WORD, sql.substring(start, end), start, end, depth));
    }

    /** Returns the end of the characters of a word that begin here. */
    private int skipWord() {
        int end = lexer.start();
        while (isAtOther() && isOfWord(current())) {
            end = lexer.end();
            advance();
        }
        return end;
    }

    private void readVariable() {
        int start = lexer.start();
        int end = start;
        StringBuilder name = new StringBuilder();
        while (isAtOther() && current() == '@') {
            end = lexer.end();
            name.append('@');
            advance();
        }
        while (isDirectlyBehind(end) && isPartOfVariable()) {
            name.append(lexer.kind() == SqlLexer.Kind.QUOTED ? unquoted() : String.valueOf(current()));
            end = lexer.end();
            advance();
        }
        tokens.add(new StatementToken(Kind.VARIABLE, name.toString().toLowerCase(Locale.ROOT), start, end, depth));
    }

    private boolean isDirectlyBehind(int end) {
        return hasNext && lexer.start() == end;
    }

    private boolean isPartOfVariable() {
        return lexer.kind() == SqlLexer.Kind.QUOTED || (isAtOther() && (isOfWord(current()) || current() == '.'));
    }

    private String unquoted() {
        return sql.substring(lexer.start() + 1, lexer.end() - 1);
    }

    private void add(Kind kind) {
        tokens.add(
                new StatementToken(kind, sql.substring(lexer.start(), lexer.end()), lexer.start(), lexer.end(), depth));
        advance();
    }

    private boolean isAtOther() {
        return hasNext && lexer.kind() == SqlLexer.Kind.OTHER;
    }

    private char current() {
        return sql.charAt(lexer.start());
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
