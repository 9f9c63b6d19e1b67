package dev.migrate.internal.mysql.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Removes the name of a database from SQL that the server has written, where it qualifies a table, a column, a function
 * or a sequence. MySQL 5.7 and MariaDB write it in a view as soon as the view reads another database as well, and MariaDB
 * writes it in front of sequences. Immutable.
 *
 * @param name the name of the database
 */
public record OwnDatabase(String name) {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, false);
    private static final Set<String> SEQUENCE_FUNCTIONS = Set.of("NEXTVAL", "LASTVAL", "SETVAL");

    /**
     * Removes the name.
     *
     * @param sql a query or an expression
     * @return the same without the name of the database
     */
    public String removedFrom(String sql) {
        if (!sql.contains(Quoting.name(name) + ".")) {
            return sql;
        }
        List<StatementToken> tokens = StatementTokens.of(sql, SYNTAX);
        Set<Integer> tables = new HashSet<>(QueriedTables.positions(tokens));
        StringBuilder rest = new StringBuilder(sql.length());
        int copied = 0;
        for (int at = 0; at + 2 < tokens.size(); at++) {
            if (isQualifier(tokens, at) && (tables.contains(at) || qualifiesObject(tokens, at))) {
                rest.append(sql, copied, tokens.get(at).start());
                copied = tokens.get(at + 1).end();
            }
        }
        return rest.append(sql, copied, sql.length()).toString();
    }

    private boolean isQualifier(List<StatementToken> tokens, int at) {
        StatementToken token = tokens.get(at);
        return token.kind() == StatementToken.Kind.NAME
                && token.name().equals(name)
                && tokens.get(at + 1).isSign('.')
                && (at == 0 || !tokens.get(at - 1).isSign('.'));
    }

    /** A name with two parts may also be a column, and the first part an alias. */
    private static boolean qualifiesObject(List<StatementToken> tokens, int at) {
        boolean isColumnOrFunction = at + 3 < tokens.size()
                && (tokens.get(at + 3).isSign('.') || tokens.get(at + 3).isSign('('));
        boolean isSequence = at > 1
                && tokens.get(at - 1).isSign('(')
                && SEQUENCE_FUNCTIONS.contains(tokens.get(at - 2).text().toUpperCase(Locale.ROOT));
        return isColumnOrFunction || isSequence;
    }
}
