package dev.migrate.internal.mysql.sql;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a statement from left to right. Not thread-safe. */
public final class StatementReader {

    private final List<StatementToken> tokens;
    private int at;

    public StatementReader(List<StatementToken> tokens) {
        this.tokens = tokens;
    }

    public boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** Returns the next token without reading it, or null at the end. */
    public @Nullable StatementToken peek() {
        return isAtEnd() ? null : tokens.get(at);
    }

    /** Reads a token, or returns null at the end. */
    public @Nullable StatementToken next() {
        return isAtEnd() ? null : tokens.get(at++);
    }

    /** Returns the tokens that have not been read. */
    public List<StatementToken> rest() {
        return tokens.subList(at, tokens.size());
    }

    /** Checks whether the next tokens are these words. */
    public boolean isAt(String... words) {
        if (tokens.size() - at < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Checks whether the next token is a sign. */
    public boolean isAtSign(char sign) {
        return !isAtEnd() && tokens.get(at).isSign(sign);
    }

    /** Reads a sequence of words if it comes next. */
    public boolean skip(String... words) {
        boolean isThere = isAt(words);
        at += isThere ? words.length : 0;
        return isThere;
    }

    /** Reads the next word if it is one of these. */
    public boolean skipAny(String... words) {
        return Arrays.stream(words).anyMatch(word -> skip(word));
    }

    /** Reads the next token if it is a sign. */
    public boolean skipSign(char sign) {
        boolean isThere = isAtSign(sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    /** Reads a word and the value after it, which an equals sign may precede, if the word comes next. */
    public boolean skipValue(String word) {
        if (!skip(word)) {
            return false;
        }
        skipSign('=');
        next();
        return true;
    }

    /** Reads {@code DEFINER = user@host} or {@code DEFINER = CURRENT_USER()} if it comes next. */
    public boolean skipDefiner() {
        if (!skipValue("DEFINER")) {
            return false;
        }
        StatementToken host = peek();
        if (host != null && host.isUserVariable()) {
            next();
        }
        group();
        return true;
    }

    /** Reads {@code IF EXISTS} or {@code IF NOT EXISTS}. */
    public boolean skipGuard() {
        return skip("IF", "EXISTS") || skip("IF", "NOT", "EXISTS");
    }

    /** Reads a pair of parentheses with its content, and returns the content; empty if there is none. */
    public List<StatementToken> group() {
        if (!isAtSign('(')) {
            return List.of();
        }
        int depth = tokens.get(at).depth();
        int start = at + 1;
        at++;
        while (!isAtEnd() && tokens.get(at).depth() > depth) {
            at++;
        }
        List<StatementToken> content = tokens.subList(start, at);
        skipSign(')');
        return content;
    }

    /** Reads a name without a database, and returns it unquoted; null if something else comes next. */
    public @Nullable String name() {
        if (isAtEnd() || !tokens.get(at).isName()) {
            return null;
        }
        boolean isQualified = at + 1 < tokens.size() && tokens.get(at + 1).isSign('.');
        return isQualified ? null : tokens.get(at++).name();
    }
}
