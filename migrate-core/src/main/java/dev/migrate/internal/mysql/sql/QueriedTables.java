package dev.migrate.internal.mysql.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the tables and views that a query reads, by their position: after FROM and JOIN, and after the commas between
 * them. Used once.
 */
public final class QueriedTables {

    private static final Set<String> END_OF_FROM = Set.of(
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "LIMIT",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "WINDOW",
            "INTO",
            "PROCEDURE");

    private final List<StatementToken> tokens;
    private final List<Integer> found = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    /** The state between a pair of parentheses. */
    private static final class Level {
        private boolean isQuery;
        private boolean isInFrom;
        private boolean isTableNext;
    }

    private QueriedTables(List<StatementToken> tokens) {
        this.tokens = tokens;
        levels.push(new Level());
    }

    /**
     * Returns the names of the tables and views of the current database.
     *
     * @param query a query, written by a person or the server
     */
    public static Set<String> names(String query, SqlSyntax syntax) {
        List<StatementToken> tokens = StatementTokens.of(query, syntax);
        Set<String> names = new TreeSet<>();
        for (int at : positions(tokens)) {
            boolean isQualified = at + 1 < tokens.size() && tokens.get(at + 1).isSign('.');
            if (!isQualified) {
                names.add(tokens.get(at).name());
            }
        }
        return names;
    }

    /** Returns the positions at which the name of a table or view begins, with that of its database. */
    static List<Integer> positions(List<StatementToken> tokens) {
        return new QueriedTables(tokens).find();
    }

    private List<Integer> find() {
        for (int at = 0; at < tokens.size(); at++) {
            read(at);
        }
        Set<String> defined = definedNames();
        found.removeIf(at -> defined.contains(tokens.get(at).name()));
        return found;
    }

    private void read(int at) {
        StatementToken token = tokens.get(at);
        Level level = levels.element();
        if (token.isSign('(')) {
            open(level);
        } else if (token.isSign(')')) {
            close();
        } else if (token.isSign(',')) {
            level.isTableNext = level.isInFrom;
        } else if (!isKeyword(token, level) && level.isTableNext && token.isName()) {
            level.isTableNext = false;
            if (!isFunction(at)) {
                found.add(at);
            }
        }
    }

    /** Parentheses at the place of a table contain joined tables or a query. */
    private void open(Level level) {
        Level inner = new Level();
        inner.isInFrom = level.isTableNext;
        inner.isTableNext = level.isTableNext;
        level.isTableNext = false;
        levels.push(inner);
    }

    private void close() {
        if (levels.size() > 1) {
            levels.pop();
        }
    }

    private static boolean isKeyword(StatementToken token, Level level) {
        if (token.kind() != StatementToken.Kind.WORD) {
            return false;
        }
        if (token.is("SELECT")) {
            level.isQuery = true;
            level.isInFrom = false;
            level.isTableNext = false;
            return true;
        }
        // FROM without SELECT is part of a function: extract(year from a), trim('x' from a).
        if (token.is("FROM") && level.isQuery) {
            level.isInFrom = true;
            level.isTableNext = true;
            return true;
        }
        if (token.is("JOIN") || token.is("STRAIGHT_JOIN")) {
            level.isTableNext = level.isInFrom;
            return true;
        }
        if (level.isInFrom && END_OF_FROM.stream().anyMatch(token::is)) {
            level.isInFrom = false;
            level.isTableNext = false;
            return true;
        }
        return token.is("LATERAL");
    }

    /** JSON_TABLE(...) for example. */
    private boolean isFunction(int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).isSign('(');
    }

    /** The names that WITH defines: {@code a AS (} and {@code a (b) AS (}. */
    private Set<String> definedNames() {
        Set<String> names = new HashSet<>();
        for (int at = 1; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).is("AS") && tokens.get(at + 1).isSign('(')) {
                int name = tokens.get(at - 1).isSign(')') ? beforeGroup(at - 1) : at - 1;
                if (name >= 0 && tokens.get(name).isName()) {
                    names.add(tokens.get(name).name());
                }
            }
        }
        return names;
    }

    private int beforeGroup(int end) {
        int at = end - 1;
        while (at >= 0
                && !(tokens.get(at).isSign('(')
                        && tokens.get(at).depth() == tokens.get(end).depth())) {
            at--;
        }
        return at - 1;
    }
}
