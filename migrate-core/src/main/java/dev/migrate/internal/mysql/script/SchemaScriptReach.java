package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a statement in the script of a schema reaches outside of its database, given the statements before it: they
 * create the procedures that it may call, and prepare the statements that it may execute. Not thread-safe.
 */
final class SchemaScriptReach {

    private static final Optional<String> HIDDEN = Optional.of("something that its text does not show");

    /** Words that begin a statement with an effect, in addition to those that administer the server. */
    private static final Set<String> EFFECTS = Set.of(
            "ALTER", "CREATE", "DELETE", "DROP", "INSERT", "RENAME", "REPLACE", "SET", "START", "TRUNCATE", "UPDATE");

    private final List<String> before;
    private final SqlSyntax syntax;
    private final Set<String> called = new HashSet<>();

    SchemaScriptReach(List<String> before, SqlSyntax syntax) {
        this.before = before;
        this.syntax = syntax;
    }

    /** Returns what the statement reaches, or empty. */
    Optional<String> of(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        if (words.skip("CALL")) {
            return ofCall(words.name());
        }
        boolean isExecution = words.skip("EXECUTE") && !words.isAt("IMMEDIATE");
        return isExecution && isPrepared(words.name()) ? Optional.empty() : SchemaStatementRules.reach(tokens);
    }

    /** Returns the literal or the variable that contains the text of a prepared statement, or null. */
    static @Nullable StatementToken prepared(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        boolean isPreparation = words.skip("PREPARE") && words.name() != null && words.skip("FROM");
        StatementToken text = isPreparation ? words.next() : null;
        boolean isReadable = text != null && (text.isUserVariable() || text.kind() == StatementToken.Kind.TEXT);
        return isReadable && words.isAtEnd() ? text : null;
    }

    /** The text of a prepared statement is checked when it is prepared, if it can be read. */
    private boolean isPrepared(@Nullable String name) {
        boolean isFound = false;
        for (String sql : before) {
            List<StatementToken> tokens = StatementTokens.of(sql, syntax);
            StatementReader words = new StatementReader(tokens);
            if (words.skip("PREPARE") && name != null && name.equalsIgnoreCase(words.name())) {
                if (prepared(tokens) == null) {
                    return false;
                }
                isFound = true;
            }
        }
        return isFound;
    }

    private Optional<String> ofCall(@Nullable String procedure) {
        if (procedure == null) {
            return HIDDEN;
        }
        if (!called.add(procedure.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean isFound = false;
        for (String sql : before) {
            List<StatementToken> tokens = StatementTokens.of(sql, syntax);
            // The text of a prepared statement may create a procedure.
            if (new StatementReader(tokens).isAt("EXECUTE")) {
                return HIDDEN;
            }
            if (procedure.equalsIgnoreCase(created(tokens))) {
                isFound = true;
                Optional<String> reach = ofBody(tokens);
                if (reach.isPresent()) {
                    return reach;
                }
            }
        }
        return isFound ? Optional.empty() : HIDDEN;
    }

    private static @Nullable String created(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        boolean isCreation = words.skip("CREATE");
        words.skip("OR", "REPLACE");
        words.skipDefiner();
        if (!isCreation || !words.skip("PROCEDURE")) {
            return null;
        }
        words.skipGuard();
        return words.name();
    }

    /**
     * Each word that may begin a statement is read as if it did. So a name that is such a word may lead to a rejection,
     * but no statement is overlooked.
     */
    private Optional<String> ofBody(List<StatementToken> definition) {
        Optional<String> reach = SchemaStatementRules.reach(definition);
        for (int i = 1; reach.isEmpty() && i < definition.size(); i++) {
            StatementToken token = definition.get(i);
            boolean isFunction =
                    i + 1 < definition.size() && definition.get(i + 1).isSign('(');
            if (token.kind() == StatementToken.Kind.WORD && !isFunction) {
                reach = ofPart(definition.subList(i, end(definition, i)));
            }
        }
        return reach;
    }

    private Optional<String> ofPart(List<StatementToken> tokens) {
        StatementToken first = tokens.get(0);
        if (first.is("PREPARE") || first.is("EXECUTE")) {
            return HIDDEN;
        }
        boolean isEffect = EFFECTS.contains(first.text().toUpperCase(Locale.ROOT));
        return isEffect || first.is("CALL") || SchemaStatementRules.isAdministrative(tokens)
                ? of(tokens)
                : Optional.empty();
    }

    private static int end(List<StatementToken> tokens, int start) {
        int end = start;
        while (end < tokens.size() && !tokens.get(end).isSign(';')) {
            end++;
        }
        return end;
    }
}
