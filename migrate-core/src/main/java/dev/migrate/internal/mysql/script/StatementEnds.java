package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the semicolons at which the server ends a statement, in a text of several statements: those outside of the
 * bodies of stored programs and of other compound statements. Used once.
 */
final class StatementEnds {

    /** The blocks of stored programs. */
    private enum Block {
        /** A block that contains statements. */
        STATEMENTS,
        /** REPEAT, whose last statement is followed by a condition. */
        REPEAT,
        /** A CASE in an expression. */
        EXPRESSION
    }

    private static final Set<String> BLOCKS = Set.of("CASE", "FOR", "IF", "LOOP", "REPEAT", "WHILE");

    /** The words that begin a statement without a block, which is the whole body of a program. */
    private static final Set<String> SIMPLE_BODIES = Set.of(
            "ALTER",
            "ANALYZE",
            "CALL",
            "CREATE",
            "DELETE",
            "DO",
            "DROP",
            "EXECUTE",
            "INSERT",
            "LOAD",
            "PREPARE",
            "RENAME",
            "REPLACE",
            "RETURN",
            "SELECT",
            "SHOW",
            "SIGNAL",
            "TRUNCATE",
            "UPDATE",
            "VALUES",
            "WITH");

    private final List<StatementToken> tokens;
    private final List<Integer> ends = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private int at;
    /** Whether a statement may begin here. */
    private boolean isStart;

    private boolean isDeclaration;
    /** Whether this is between the parameters of a routine and its body. */
    private boolean isHeader;

    private StatementEnds(List<StatementToken> tokens) {
        this.tokens = tokens;
    }

    /** Returns the indexes of the semicolons; the one after the last statement is included if there is one. */
    static List<Integer> of(List<StatementToken> tokens) {
        StatementEnds found = new StatementEnds(tokens);
        while (found.at < tokens.size()) {
            found.readStatement();
        }
        return found.ends;
    }

    private void readStatement() {
        if (skipToBody()) {
            readBody();
        }
        while (at < tokens.size() && !tokens.get(at).isSign(';')) {
            at++;
        }
        if (at < tokens.size()) {
            ends.add(at);
            at++;
        }
    }

    /** Advances to the body of a program; returns false if the statement has none. */
    private boolean skipToBody() {
        isHeader = false;
        StatementReader words = new StatementReader(tokens.subList(at, tokens.size()));
        if (words.skip("SET", "STATEMENT")) {
            skipTo(words, "FOR");
        }
        boolean isProgram = words.isAt("ALTER", "EVENT");
        if (words.skipAny("CREATE", "ALTER")) {
            words.skip("OR", "REPLACE");
            words.skipDefiner();
            words.skip("AGGREGATE");
            isProgram |= words.isAt("PROCEDURE") || words.isAt("FUNCTION") || words.isAt("TRIGGER");
            isProgram |= words.isAt("EVENT") || words.isAt("PACKAGE");
            return isProgram && skipHeader(words);
        }
        at = tokens.size() - words.rest().size();
        return words.isAt("BEGIN", "NOT") || isBlock(words.peek()) || isLabel(at);
    }

    private boolean skipHeader(StatementReader words) {
        boolean isFound;
        if (words.isAt("PACKAGE")) {
            // It consists of routines, up to the end of the text.
            at = tokens.size();
            return false;
        }
        if (words.isAt("TRIGGER")) {
            isFound = skipTo(words, "ROW");
            if (words.skipAny("FOLLOWS", "PRECEDES")) {
                words.name();
            }
        } else if (words.isAt("EVENT")) {
            isFound = skipTo(words, "DO");
        } else {
            isHeader = true;
            isFound = skipParameters(words);
        }
        at = tokens.size() - words.rest().size();
        return isFound;
    }

    private static boolean skipTo(StatementReader words, String word) {
        while (!words.isAtEnd() && !words.isAtSign(';')) {
            if (words.skip(word)) {
                return true;
            }
            words.next();
        }
        return false;
    }

    private static boolean skipParameters(StatementReader words) {
        while (!words.isAtEnd() && !words.isAtSign(';') && !words.isAtSign('(')) {
            words.next();
        }
        boolean hasParameters = words.isAtSign('(');
        words.group();
        return hasParameters;
    }

    /** Reads up to the semicolon after a body. */
    private void readBody() {
        blocks.clear();
        isStart = true;
        isDeclaration = false;
        while (at < tokens.size()) {
            StatementToken token = tokens.get(at);
            if (token.isSign(';')) {
                if (blocks.isEmpty()) {
                    return;
                }
                isStart = true;
                isDeclaration = false;
                at++;
            } else if (isStart && isLabel(at)) {
                at += 2;
            } else if (!blocks.isEmpty() && isEnd(token)) {
                closeBlock();
            } else if (token.kind() == Kind.WORD && opens(token)) {
                openBlock(token);
            } else {
                readWord(token);
            }
        }
    }

    private boolean isEnd(StatementToken token) {
        return token.is("END") && (isStart || blocks.peek() != Block.STATEMENTS);
    }

    private void closeBlock() {
        blocks.pop();
        at++;
        at += at < tokens.size() && isBlock(tokens.get(at)) ? 1 : 0;
        isStart = false;
    }

    private boolean opens(StatementToken token) {
        if (token.is("CASE")) {
            return true;
        }
        return token.is("BEGIN") ? isStart || isDeclaration : isStart && isBlock(token);
    }

    private void openBlock(StatementToken token) {
        boolean isExpression = token.is("CASE") && !isStart;
        blocks.push(isExpression ? Block.EXPRESSION : token.is("REPEAT") ? Block.REPEAT : Block.STATEMENTS);
        isHeader = false;
        isStart = token.is("BEGIN") || token.is("LOOP") || token.is("REPEAT");
        at++;
        boolean isNotAtomic =
                token.is("BEGIN") && new StatementReader(tokens.subList(at, tokens.size())).isAt("NOT", "ATOMIC");
        at += isNotAtomic ? 2 : 0;
    }

    private void readWord(StatementToken token) {
        boolean isInStatements = blocks.peek() == Block.STATEMENTS || blocks.peek() == Block.REPEAT;
        isDeclaration |= isStart && token.is("DECLARE");
        boolean isNested = isInStatements && (token.is("THEN") || token.is("ELSE") || (token.is("DO") && !isStart));
        isHeader &= !startsBody(token);
        isStart = isNested || isHeader;
        at++;
    }

    private boolean startsBody(StatementToken token) {
        boolean isOfType = at > 0
                && (tokens.get(at - 1).is("CHARACTER") || tokens.get(at - 1).is("CHAR"));
        return token.is("SET")
                ? !isOfType
                : token.kind() == Kind.WORD
                        && SIMPLE_BODIES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static boolean isBlock(@Nullable StatementToken token) {
        return token != null
                && token.kind() == Kind.WORD
                && BLOCKS.contains(token.text().toUpperCase(Locale.ROOT));
    }

    /** A name and a colon that is not part of an assignment. */
    private boolean isLabel(int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).isName()
                && tokens.get(index + 1).isSign(':')
                && !(index + 2 < tokens.size() && tokens.get(index + 2).isSign('='));
    }
}
