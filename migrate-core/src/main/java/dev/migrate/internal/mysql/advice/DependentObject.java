package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.OwnDatabase;
import dev.migrate.internal.mysql.sql.QueriedTables;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.SqlText;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A view, trigger, routine or event, and the tables and columns that its definition uses. Immutable.
 *
 * @param kind the word for its kind, in upper case
 * @param name its name
 * @param ofTable the table of a trigger, or null
 * @param tables the tables and views of a query, in a view only
 * @param tokens the tokens of its definition
 */
record DependentObject(
        String kind, String name, @Nullable String ofTable, Set<String> tables, List<StatementToken> tokens) {

    static final String VIEW = "VIEW";
    static final String TRIGGER = "TRIGGER";

    /** Whether an object uses something. */
    enum Use {
        NONE,
        /** It contains the names, which may mean something else there. */
        POSSIBLE,
        CERTAIN
    }

    /**
     * Parses a definition.
     *
     * @param shown what SHOW CREATE returns
     */
    static DependentObject of(
            String kind, String name, @Nullable String ofTable, String shown, String database, SqlSyntax syntax) {
        String own = new OwnDatabase(database).removedFrom(shown);
        String text = switch (kind) {
            case VIEW -> SqlText.behind(own, "AS");
            case TRIGGER -> SqlText.behind(own, "FOR", "EACH", "ROW");
            default -> SqlText.behindName(own, kind);
        };
        Set<String> tables = kind.equals(VIEW) ? QueriedTables.names(text, syntax) : Set.of();
        return new DependentObject(kind, name, ofTable, tables, StatementTokens.of(text, syntax));
    }

    /** Whether it reads or writes a table, other than by being a trigger of it. */
    Use usesTable(String table) {
        if (kind.equals(VIEW)) {
            return tables.stream().anyMatch(table::equalsIgnoreCase) ? Use.CERTAIN : Use.NONE;
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (isName(at, table) && !isQualified(at)) {
                return Use.POSSIBLE;
            }
        }
        return Use.NONE;
    }

    /** Whether it reads or writes a column of a table. */
    Use usesColumn(String table, String column) {
        boolean isTableUsed = usesTable(table) != Use.NONE;
        boolean isOfTable = table.equalsIgnoreCase(ofTable);
        Set<String> aliases = isTableUsed ? aliases(table) : Set.of();
        Use use = Use.NONE;
        for (int at = 0; at < tokens.size(); at++) {
            if (isName(at, column)) {
                if (isQualified(at)) {
                    String qualifier = OriginalTables.key(tokens.get(at - 2).name());
                    boolean isRow = isOfTable && (qualifier.equals("new") || qualifier.equals("old"));
                    if (isRow || aliases.contains(qualifier)) {
                        return Use.CERTAIN;
                    }
                } else if (isTableUsed && !kind.equals(VIEW) && !isDeclared(column)) {
                    use = Use.POSSIBLE;
                }
            }
        }
        return use;
    }

    private boolean isName(int at, String name) {
        StatementToken token = tokens.get(at);
        return token.isName() && token.name().equalsIgnoreCase(name);
    }

    private boolean isQualified(int at) {
        return at > 1 && tokens.get(at - 1).isSign('.') && tokens.get(at - 2).isName();
    }

    /** A parameter or a local variable hides a column. */
    private boolean isDeclared(String column) {
        for (int at = 1; at < tokens.size(); at++) {
            StatementToken before = tokens.get(at - 1);
            boolean isDeclaration = before.is("DECLARE")
                    || before.is("IN")
                    || before.is("OUT")
                    || before.is("INOUT")
                    || (before.isSign('(') && before.depth() == 0 && at < parametersEnd());
            boolean isParameter = before.isSign(',') && before.depth() == 1 && at < parametersEnd();
            if (isName(at, column) && (isDeclaration || isParameter)) {
                return true;
            }
        }
        return false;
    }

    /** The position of the end of the parameters of a routine. */
    private int parametersEnd() {
        boolean isRoutine = kind.equals("PROCEDURE") || kind.equals("FUNCTION");
        for (int at = 0; isRoutine && at < tokens.size(); at++) {
            if (tokens.get(at).isSign(')') && tokens.get(at).depth() == 0) {
                return at;
            }
        }
        return 0;
    }

    /** The names with which a column of the table may be qualified, in lower case. */
    private Set<String> aliases(String table) {
        Set<String> aliases = new HashSet<>(Set.of(OriginalTables.key(table)));
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (isName(at, table)) {
                int next = tokens.get(at + 1).is("AS") ? at + 2 : at + 1;
                if (next < tokens.size() && tokens.get(next).isName()) {
                    aliases.add(OriginalTables.key(tokens.get(next).name()));
                }
            }
        }
        return aliases;
    }
}
